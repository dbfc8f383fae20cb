using System.Text.Json.Nodes;
using Simulator.Api;
using Simulator.Api.Documents;
using Simulator.World.Specification;

namespace Simulator.Scenarios.Files.Shapes;

/// <summary>Flags of the kubelet.</summary>
internal static class KubeletShape
{
    private static readonly KeysOf<KubeletOptions> Key = new();

    private static readonly Dictionary<string, ContainerRuntime> Runtimes = new()
    {
        ["docker"] = ContainerRuntime.Docker,
        ["rkt"] = ContainerRuntime.Rkt,
    };

    private const string MemorySignal = "memory.available<";

    private static readonly ValueForm EvictionHard = new(
        "text", _ => new JsonObject { ["type"] = "string", ["pattern"] = $"^{MemorySignal}[0-9]" });

    public static Shape<KubeletOptions> Value { get; } = new("kubelet", new KubeletOptions(),
    [
        Key.Cycle(
            "node-status-update-frequency", "how often a node reports its status", o => o.NodeStatusUpdateFrequency,
            (o, v) => o with { NodeStatusUpdateFrequency = v }),
        Key.Rate("kube-api-qps", "calls a second of a node's client", o => o.KubeApiQps, (o, v) => o with { KubeApiQps = v }),
        Key.Integer(
            "kube-api-burst", "calls that a node's client may make at once", 1, 1_000_000, o => o.KubeApiBurst,
            (o, v) => o with { KubeApiBurst = v }),
        Key.Integer(
            "max-pods", "pods of a node whose capacity names no number of pods", 1, 100_000, o => o.MaxPods,
            (o, v) => o with { MaxPods = v }),
        Key.Choice(
            "container-runtime", "docker, or rkt: there the pod is the unit, without restart back-off and without init containers",
            Runtimes, o => o.Runtime, (o, v) => o with { Runtime = v }),
        Key.Flag("serialize-image-pulls", "one pull at a time", o => o.SerializeImagePulls, (o, v) => o with { SerializeImagePulls = v }),
        Key.Rate(
            "registry-qps", "pulls a second that a node may ask the registry for; more fail at once", o => o.RegistryQps,
            (o, v) => o with { RegistryQps = v }),
        Key.Integer(
            "registry-burst", "pulls that a node may ask for at once", 1, 1_000_000, o => o.RegistryBurst,
            (o, v) => o with { RegistryBurst = v }),
        Key.Value(
            "eviction-hard", "memory.available below which pods are evicted, such as memory.available<100Mi; unset without this key",
            EvictionHard, ReadEvictionHard, null, (o, v) => o with { EvictionHardMemory = v }),
        Key.Duration(
            "eviction-pressure-transition-period", "how long a node goes on saying that it is short of memory",
            o => o.EvictionPressureTransitionPeriod, (o, v) => o with { EvictionPressureTransitionPeriod = v }),
        Key.Duration(
            "out-of-disk-transition-frequency", "how long a node goes on saying that its disk is full, at least",
            o => o.OutOfDiskTransitionFrequency, (o, v) => o with { OutOfDiskTransitionFrequency = v }),
    ])
    { Program = "kubelet" };

    /// <summary>Memory is the only signal of 1.3.10 that is simulated.</summary>
    private static long? ReadEvictionHard(SourceCursor cursor)
    {
        if (cursor.Text() is not { } text) return null;
        if (text.StartsWith(MemorySignal, StringComparison.Ordinal)
            && Quantity.TryParse(text[MemorySignal.Length..], out var amount)
            && amount.Nanos > 0)
        {
            return amount.Value;
        }
        cursor.Refuse($"{MemorySignal}QUANTITY, such as {MemorySignal}100Mi");
        return null;
    }
}
