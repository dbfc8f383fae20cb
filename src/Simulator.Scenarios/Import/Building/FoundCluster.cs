using System.Text.Json.Nodes;
using Simulator.Scenarios.Import.Found;

namespace Simulator.Scenarios.Import.Building;

/// <summary>What goes into a scenario's folder.</summary>
/// <param name="Objects">Cleaned manifests, pods among them, in the order of namespace, kind and name.</param>
/// <param name="Rows">One for each pod, in key order.</param>
internal sealed record FoundCluster(
    IReadOnlyList<FoundPool> Pools, IReadOnlyList<string> Zones, IReadOnlyList<(FoundName Name, JsonObject Json)> Objects,
    IReadOnlyList<FoundRow> Rows)
{
    /// <summary>Nodes that are not Ready, in name order.</summary>
    public IReadOnlyList<string> Silent { get; init; } = [];
}

/// <summary>Nodes that are alike.</summary>
internal sealed record FoundPool(string Name, string Zone, DumpNode Like, IReadOnlyList<DumpNode> Nodes)
{
    public required IReadOnlyList<KeyValuePair<string, string>> Labels { get; init; }
}

/// <summary>A pod in the table of pods.</summary>
/// <param name="Owner"><c>ReplicaSet/web-1</c>; "" if it lives on its own.</param>
/// <param name="Like">Name of the pod of its namespace whose manifest is its own, too; "": its owner's template.</param>
/// <param name="Labels">Those that template or manifest do not have: <c>key=value</c>, blanks between.</param>
internal sealed record FoundRow(DumpPod Pod, string Owner, string Like, string Labels);
