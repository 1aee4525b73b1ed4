/* SPDX-License-Identifier: MIT OR GPL-2.0
 *
 * Source `tracepoints`: what happens to a socket marks its namespace.
 *
 *   inet_sock_set_state   it is born, changes its state, ends
 *   tcp_probe             a segment came on an established connection
 *   tcp_retransmit_skb    a segment was sent again
 */
#include "mark.h"

MARKS_ON(inet_sock_set_state, state)
MARKS_ON(tcp_probe, probe)
MARKS_ON(tcp_retransmit_skb, retransmit)
