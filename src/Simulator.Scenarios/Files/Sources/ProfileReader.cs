using Simulator.Api.Documents;
using Simulator.ControlPlane.Scheduling.Framework;
using Simulator.ControlPlane.Scheduling.Framework.Cycle;
using Simulator.Scenarios.Extending;

namespace Simulator.Scenarios.Files.Sources;

/// <summary>One profile: a scheduler name, plug-ins that are on and off, and their arguments.</summary>
internal static class ProfileReader
{
    /// <param name="own">Rules that it may name, too.</param>
    /// <param name="ignored">Resources that extenders look after, which go before those of its own arguments.</param>
    public static Profile Read(FieldReader fields, string version, int percentage, OwnRules own, IReadOnlyList<string> ignored)
    {
        var name = fields.Text("schedulerName", Profile.DefaultName);
        if (fields.Optional("percentageOfNodesToScore") is { } given && given.Integer(0, 100) is { } other && other != percentage)
        {
            given.Error($"found {other}; allowed is that of the whole scheduler ({percentage}): its profiles have no other");
        }

        var plugins = fields.Object("plugins", points => PluginPointsReader.Read(points, version, own))
            ?? PluginPointsReader.DefaultOf(version);
        var rules = new ProfileRules(own);
        var arguments = fields.Optional("pluginConfig")?.List(entry => PluginArgumentsReader.Read(entry, version, own, rules)) ?? [];
        var settings = arguments.Aggregate(new PluginSettings(), (settings, change) => change.Apply(settings));
        if (ignored.Count > 0) settings = settings with { IgnoredResources = ignored };
        var score = arguments.Select(change => change.FitScore).OfType<string>().LastOrDefault() ?? PluginNames.NodeResourcesLeastAllocated;
        if (RatioWithoutShape(plugins, settings, score))
        {
            fields.ErrorAt("plugins", $"{PluginNames.RequestedToCapacityRatio} needs a shape of at least one point (pluginConfig)");
        }

        var profile = WithFitScore(plugins, score).ToProfile(name, settings, rules);
        TellUnmade(profile, fields);
        return profile;
    }

    /// <summary>Rules of one's own that do not take their arguments.</summary>
    private static void TellUnmade(Profile profile, FieldReader fields)
    {
        var key = fields.Has("pluginConfig") ? "pluginConfig" : "plugins";
        try
        {
            profile.ForOneScheduler();
        }
        catch (ArgumentException refusal)
        {
            fields.ErrorAt(key, $"the plug-in does not take its args: {refusal.Message}");
        }
        catch (PluginFailedException failure)
        {
            fields.ErrorAt(key, failure.Message);
        }
    }

    /// <summary>Since v1beta2 the filter of resources scores, too, in the way that its arguments say.</summary>
    private static PluginSelection WithFitScore(PluginSelection plugins, string score) => plugins with
    {
        Score = [.. plugins.Score.Select(entry => entry.Name == PluginNames.NodeResourcesFit ? entry with { Name = score } : entry)],
    };

    private static bool RatioWithoutShape(PluginSelection plugins, PluginSettings settings, string score) =>
        settings.Shape.Count == 0
        && WithFitScore(plugins, score).Score.Any(entry => entry.Name == PluginNames.RequestedToCapacityRatio);
}
