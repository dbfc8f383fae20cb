using Simulator.Api;
using Simulator.Api.Documents;

namespace Simulator.Scenarios.Files.Shapes;

/// <summary>What a node has, and what of it pods may use.</summary>
internal static class CapacityShape
{
    private static readonly KeysOf<ResourceList> Key = new();

    public static Shape<ResourceList> Whole { get; } = new("capacity", ResourceList.Empty,
    [
        Amount(ResourceNames.Cpu, "CPUs").Required(),
        Amount(ResourceNames.Memory, "bytes").Required(),
        Pods("number of pods; the kubelet's max-pods without this key"),
        Amount(ResourceNames.NvidiaGpu, "graphics processors"),
    ]);

    public static Shape<ResourceList> Part { get; } = new("allocatable", ResourceList.Empty,
    [
        Amount(ResourceNames.Cpu, "CPUs; the capacity without this key"),
        Amount(ResourceNames.Memory, "bytes; the capacity without this key"),
        Pods("number of pods; the capacity without this key"),
        Amount(ResourceNames.NvidiaGpu, "graphics processors; the capacity without this key"),
    ]);

    public static ResourceList With(ResourceList amounts, string name, Quantity amount) =>
        ResourceList.Of([.. amounts.Amounts, KeyValuePair.Create(name, amount)]);

    private static Key<ResourceList> Amount(string name, string meaning) =>
        Key.Value(name, meaning, Forms.Amount, cursor => cursor.PositiveAmount(), null, (list, amount) => With(list, name, amount));

    private static Key<ResourceList> Pods(string meaning) => Key.Value(
        ResourceNames.Pods,
        meaning,
        Forms.Integer(1, 100_000),
        cursor => cursor.Integer(1, 100_000),
        null,
        (list, count) => With(list, ResourceNames.Pods, Quantity.FromUnits(count)));
}
