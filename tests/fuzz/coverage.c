/* Which places of an instrumented C engine have run: gcc calls this at each basic block (-fsanitize-coverage=trace-pc). */
#include <stdint.h>

#define PLACES 65536

static uint8_t seen[PLACES];
static uint32_t places;

uint32_t xtcp_places(void) { return places; }

void __sanitizer_cov_trace_pc(void)
{
    uintptr_t pc = (uintptr_t)__builtin_return_address(0);
    uint8_t *place = &seen[pc % PLACES];  /* the engine is smaller than that: no two blocks share a place */
    places += !*place;
    *place = 1;
}
