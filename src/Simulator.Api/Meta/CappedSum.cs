namespace Simulator.Api;

/// <summary>Sums of amounts that may each be as large as an int64: capped there, where Go's would wrap around.</summary>
public static class CappedSum
{
    public static long Of(long sum, long more) => (long)Int128.Clamp((Int128)sum + more, long.MinValue, long.MaxValue);

    /// <summary>Of a resource that a pod's containers ask for, in whole units or thousandths.</summary>
    public static long Of(IReadOnlyList<Container> containers, Func<Container, long> amount) =>
        containers.Aggregate(0L, (sum, container) => Of(sum, amount(container)));
}
