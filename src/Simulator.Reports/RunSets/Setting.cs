namespace Simulator.Reports.RunSets;

/// <summary>A value of the scenario that a run had instead of the file's.</summary>
/// <param name="Path">As in messages: <c>clusters[0].nodePools[0].count</c>.</param>
/// <param name="Value">As it would stand in the file: <c>2100</c>, <c>30s</c>.</param>
public sealed record Setting(string Path, string Value)
{
    /// <summary><c>clusters[0].nodePools[0].count=2100</c></summary>
    public override string ToString() => $"{Path}={Value}";
}
