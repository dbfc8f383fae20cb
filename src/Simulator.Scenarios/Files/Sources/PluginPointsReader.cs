using Simulator.Api.Documents;
using Simulator.ControlPlane.Scheduling.Framework;
using Simulator.ControlPlane.Scheduling.Framework.Cycle;
using Simulator.Scenarios.Extending;

namespace Simulator.Scenarios.Files.Sources;

/// <summary>Plug-ins on and off, extension point by extension point.</summary>
internal static class PluginPointsReader
{
    /// <summary>Points at which nothing of a placement is decided, or which have one plug-in each.</summary>
    private static readonly Dictionary<string, string[]> Others = new()
    {
        ["queueSort"] = [PluginNames.PrioritySort],
        ["postFilter"] = [PluginNames.DefaultPreemption],
        ["reserve"] = [PluginNames.VolumeBinding],
        ["permit"] = [],
        ["preBind"] = [PluginNames.VolumeBinding],
        ["bind"] = [PluginNames.DefaultBinder],
        ["postBind"] = [],
    };

    /// <summary>What had its own arguments until the filter of resources scored in its place, and what is a label's.</summary>
    private static readonly string[] OfTheFirst =
    [
        PluginNames.NodeResourcesLeastAllocated, PluginNames.NodeResourcesMostAllocated, PluginNames.RequestedToCapacityRatio,
        PluginNames.NodeLabel,
    ];

    /// <summary>The default provider's, under the names of the version.</summary>
    public static PluginSelection DefaultOf(string version) => !ConfigVersions.IsSince(version, ConfigVersions.Second)
        ? PluginSelection.Default
        : PluginSelection.Default with
        {
            Score =
            [
                .. PluginSelection.Default.Score.Select(plugin => plugin.Name == PluginNames.NodeResourcesLeastAllocated
                    ? plugin with { Name = PluginNames.NodeResourcesFit }
                    : plugin),
            ],
        };

    /// <param name="own">Rules of one's own, which are filters and scores.</param>
    public static PluginSelection Read(FieldReader fields, string version, OwnRules own)
    {
        var isFirst = !ConfigVersions.IsSince(version, ConfigVersions.Second);
        var everywhere = ReadEverywhere(fields, version, own);
        IReadOnlyList<PluginWeight> Names(string point, IEnumerable<PluginWeight> defaults, IEnumerable<string> known)
        {
            IReadOnlyList<string> all = [.. known];
            var set = fields.Object(point, ReadSet) ?? PluginSet.Nothing;
            set.Check(point, all, isFirst ? [] : OfTheFirst, isFirst ? [.. defaults.Select(plugin => plugin.Name)] : [], own);
            return set.At(all).Over(everywhere.At(all).Over([.. defaults]));
        }

        var start = DefaultOf(version);
        var selection = new PluginSelection
        {
            PreFilter = Plain(Names("preFilter", Weighted(start.PreFilter), PluginTable.PreFilter.Select(entry => entry.Name))),
            Filter = Plain(Names(
                "filter", Weighted(start.Filter), [.. PluginTable.Filter.Select(entry => entry.Name), .. ProfileRules.Filters(own)])),
            PreScore = Plain(Names("preScore", Weighted(start.PreScore), PluginTable.PreScore.Select(entry => entry.Name))),
            Score = Names(
                "score", start.Score, [.. ScoresOf(isFirst ? [] : [PluginNames.NodeResourcesFit]), .. ProfileRules.Scores(own)]),
            PostFilter = Plain(Names("postFilter", Weighted(start.PostFilter), Others["postFilter"])),
        };
        foreach (var (point, known) in Others.Where(other => other.Key != "postFilter")) Names(point, Weighted(known), known);
        TellNeeded(fields);
        return selection;
    }

    private static IEnumerable<string> ScoresOf(string[] more) => PluginTable.Score.Select(entry => entry.Name).Concat(more);

    private static PluginSet ReadEverywhere(FieldReader fields, string version, OwnRules own)
    {
        const string Point = "multiPoint";
        if (!fields.Has(Point)) return PluginSet.Nothing;
        if (!ConfigVersions.IsSince(version, ConfigVersions.Third))
        {
            fields.ErrorAt(
                Point, $"came with {ConfigVersions.Third}; allowed in {ConfigVersions.NameOf(version)} are the points one by one");
        }
        var set = fields.Object(Point, ReadSet) ?? PluginSet.Nothing;
        set.Check(Point, [.. PluginTable.Names, .. own.Rules.Select(rule => rule.Name)], OfTheFirst, [], own);
        return set;
    }

    /// <summary>Without these nothing would be placed at all.</summary>
    private static void TellNeeded(FieldReader fields)
    {
        foreach (var point in (string[])["queueSort", "bind"])
        {
            if (fields.Optional(point)?.Node is SourceMapping mapping && mapping["disabled"] is SourceSequence { Items.Count: > 0 } off
                && mapping["enabled"] is not SourceSequence { Items.Count: > 0 })
            {
                fields.Context.Diagnostics.Error(
                    off, fields.Path.Child(point).Child("disabled").Says($"nothing is left; allowed is to keep {Others[point][0]}"));
            }
        }
    }

    private static IEnumerable<PluginWeight> Weighted(IEnumerable<string> names) => names.Select(name => new PluginWeight(name, 1));

    private static IReadOnlyList<string> Plain(IEnumerable<PluginWeight> plugins) => [.. plugins.Select(plugin => plugin.Name)];

    private static PluginSet ReadSet(FieldReader fields) => new(
        fields.List("enabled", ReadPlugin), fields.List("disabled", ReadPlugin));

    private static NamedPlugin ReadPlugin(FieldReader fields) =>
        new(
            new SourceCursor(fields.Node, fields.Path, fields.Context), fields.RequiredText("name"),
            fields.Long("weight", 0, 0, int.MaxValue));
}
