"""Who has been busy? Sources of marks, the loaders that bring their BPF programs into the kernel, and the rules by which one is chosen.

probe --Facts--> rules --tries--> sources --load--> libbpf | bcc --Objects--> hooks: walk | tracepoints --Marks--> whoever polls
"""
