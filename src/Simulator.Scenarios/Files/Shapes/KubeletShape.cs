using Simulator.World;

namespace Simulator.Scenarios;

/// <summary>Flags of the kubelet.</summary>
internal static class KubeletShape
{
    private static readonly KeysOf<KubeletOptions> Key = new();

    public static Shape<KubeletOptions> Value { get; } = new("kubelet", new KubeletOptions(),
    [
        Key.Period("node-status-update-frequency", "how often a node reports its status", o => o.NodeStatusUpdateFrequency, (o, v) => o with { NodeStatusUpdateFrequency = v }),
        Key.Rate("kube-api-qps", "calls a second of a node's client", o => o.KubeApiQps, (o, v) => o with { KubeApiQps = v }),
        Key.Integer("kube-api-burst", "calls that a node's client may make at once", 1, 1_000_000, o => o.KubeApiBurst, (o, v) => o with { KubeApiBurst = v }),
        Key.Integer("max-pods", "pods of a node whose capacity names no number of pods", 1, 100_000, o => o.MaxPods, (o, v) => o with { MaxPods = v }),
    ])
    { Program = "kubelet" };
}
