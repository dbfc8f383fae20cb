namespace Simulator.Cli.Bench;

/// <summary>The cluster that was asked for has no place for the pods that were asked for.</summary>
/// <param name="placed">Decisions that had found a node.</param>
internal sealed class BenchFullException(ulong placed) : Exception(
    $"the cluster of the benchmark is full after {placed:N0} decisions: ask for more --nodes, or for fewer --decisions, --templates or "
        + "--pods-per-node");
