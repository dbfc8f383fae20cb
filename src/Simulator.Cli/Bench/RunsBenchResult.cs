namespace Simulator.Cli.Bench;

/// <param name="Speedup">Runs a second on all threads, in those on one; 1 where there is one thread only.</param>
/// <param name="Digest">SHA-256 of the digests of all runs, in the order of their seeds: the same on any number of threads.</param>
public sealed record RunsBenchResult(int Runs, IReadOnlyList<RunsBenchSpeed> Speeds, double Speedup, string Digest);

/// <summary>The same runs on so many threads.</summary>
/// <param name="PerSecond">Runs a second, by the clock.</param>
/// <param name="PerCpuSecond">Runs a second of CPU of the whole process, garbage collection included.</param>
/// <param name="AllocatedBytesPerRun">In all of it.</param>
/// <param name="EarlyBytes">The largest that the heap and its slack were until a tenth of the runs had ended.</param>
/// <param name="LateBytes">The same of the last tenth: flat, if it is no more.</param>
public sealed record RunsBenchSpeed(
    int Threads, double PerSecond, double PerCpuSecond, double AllocatedBytesPerRun, long EarlyBytes, long LateBytes);
