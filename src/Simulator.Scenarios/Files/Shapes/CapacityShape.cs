using Simulator.Api;
using Simulator.Api.Documents;
using Simulator.Api.Words;

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
        Extended("resources of other names, such as nvidia.com/gpu"),
    ]);

    public static Shape<ResourceList> Part { get; } = new("allocatable", ResourceList.Empty,
    [
        Amount(ResourceNames.Cpu, "CPUs; the capacity without this key"),
        Amount(ResourceNames.Memory, "bytes; the capacity without this key"),
        Pods("number of pods; the capacity without this key"),
        Amount(ResourceNames.NvidiaGpu, "graphics processors; the capacity without this key"),
        Extended("resources of other names; the capacity without this key"),
    ]);

    public static ResourceList With(ResourceList amounts, string name, Quantity amount) =>
        ResourceList.Of([.. amounts.Amounts, KeyValuePair.Create(name, amount)]);

    private static Key<ResourceList> Amount(string name, string meaning) =>
        Key.Value(name, meaning, Forms.Amount, cursor => cursor.PositiveAmount(), null, (list, amount) => With(list, name, amount));

    /// <summary>1.3.10 knows none of them; they are kept for control planes that do.</summary>
    private static Key<ResourceList> Extended(string meaning) => Key.Class(
        "extended", meaning, Forms.Amounts, ReadExtended, null,
        (list, more) => ResourceList.Of([.. list.Amounts, .. more]));

    private static IReadOnlyList<KeyValuePair<string, Quantity>>? ReadExtended(SourceCursor cursor)
    {
        var amounts = new List<KeyValuePair<string, Quantity>>();
        foreach (var (name, value) in cursor.Entries())
        {
            if (!LabelRules.IsValidKey(name))
            {
                value.Error($"'{Wording.Shortened(name)}' is no name of a resource; allowed are {LabelRules.KeyRule}");
            }
            else if (value.AmountFromZero() is { } amount) amounts.Add(KeyValuePair.Create(name, amount));
        }

        return amounts;
    }

    private static Key<ResourceList> Pods(string meaning) => Key.Value(
        ResourceNames.Pods,
        meaning,
        Forms.Integer(1, 100_000),
        cursor => cursor.Integer(1, 100_000),
        null,
        (list, count) => With(list, ResourceNames.Pods, Quantity.FromUnits(count)));
}
