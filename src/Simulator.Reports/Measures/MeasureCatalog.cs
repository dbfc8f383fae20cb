using Simulator.Reports.Measures.Catalog;
using Simulator.World.Specification;

namespace Simulator.Reports.Measures;

/// <summary>Every measure that a run can have. What does not apply to a run (an outage's measures without one) is absent from it.</summary>
public static class MeasureCatalog
{
    private const string ZonePart = "<zone>";
    private const string RegionPart = "<region>";

    /// <summary>Sorted by name.</summary>
    public static IReadOnlyList<MeasureEntry> All { get; } = [.. MeasuresToM.All, .. MeasuresFromN.All];

    /// <summary>Whether a run can have a measure of this name, with any zone's or region's name where one belongs.</summary>
    public static bool IsKnown(string name) => Find(name) is not null;

    /// <returns>Null if there is no such measure.</returns>
    public static MeasureEntry? Find(string name) => All.FirstOrDefault(entry => Matches(entry.Pattern, name));

    /// <summary>The names that a measure has in runs of a scenario: one, or one for each zone or region.</summary>
    public static IReadOnlyList<string> NamesOf(MeasureEntry entry, Scenario scenario)
    {
        if (HoleIn(entry.Pattern) is not { } hole) return [entry.Pattern];
        var places = hole == ZonePart
            ? scenario.Clusters.SelectMany(cluster => cluster.Zones)
            : scenario.Users.Select(users => users.Region);
        return [.. places.Distinct().Select(place => entry.Pattern.Replace(hole, place, StringComparison.Ordinal))];
    }

    /// <summary>Why no run of a scenario has the measure; null if one can.</summary>
    public static string? Lack(string measure, Scenario scenario) => MeasureNeeds.Lack(measure, scenario);

    private static string? HoleIn(string pattern) =>
        pattern.Contains(ZonePart, StringComparison.Ordinal) ? ZonePart
        : pattern.Contains(RegionPart, StringComparison.Ordinal) ? RegionPart
        : null;

    private static bool Matches(string pattern, string name)
    {
        if (HoleIn(pattern) is not { } hole) return pattern == name;
        var at = pattern.IndexOf(hole, StringComparison.Ordinal);
        var (head, tail) = (pattern[..at], pattern[(at + hole.Length)..]);
        return name.Length > head.Length + tail.Length
            && name.StartsWith(head, StringComparison.Ordinal)
            && name.EndsWith(tail, StringComparison.Ordinal);
    }
}
