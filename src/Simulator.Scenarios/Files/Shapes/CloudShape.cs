using Simulator.World.Specification;

namespace Simulator.Scenarios.Files.Shapes;

/// <summary>What the cloud gives and how fast, where machines come and go.</summary>
internal static class CloudShape
{
    private static readonly KeysOf<CloudOptions> Key = new();

    public static Shape<CloudOptions> Value { get; } = new("cloud", new CloudOptions(),
    [
        Key.Integer(
            "cpuQuota", "virtual CPUs that the machines of the cluster may have in all; beyond it machines wait; 0: no quota", 0,
            100_000_000,
            o => o.CpuQuota, (o, v) => o with { CpuQuota = v }),
        Key.Number(
            "callsPerSecond", "calls about groups of machines that its API takes; more are refused (rateLimitExceeded); 0: no limit", 0,
            1_000_000, o => o.CallsPerSecond, (o, v) => o with { CallsPerSecond = (float)v }),
        Key.Integer("callBurst", "calls that it takes at once", 1, 1_000_000, o => o.CallBurst, (o, v) => o with { CallBurst = v }),
        Key.Duration(
            "groupCall", "a question about a group (judgement)", o => o.GroupCallDuration, (o, v) => o with { GroupCallDuration = v }),
        Key.Distribution(
            "groupOperation", "until a new size is noted; an autoscaler gives up after 5 s (judgement)", o => o.GroupOperation,
            (o, v) => o with { GroupOperation = v }),
    ]);
}
