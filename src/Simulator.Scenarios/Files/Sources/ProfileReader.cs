using Simulator.Api.Documents;
using Simulator.ControlPlane.Scheduling.Framework;
using Simulator.ControlPlane.Scheduling.Framework.Cycle;

namespace Simulator.Scenarios.Files.Sources;

/// <summary>One profile: a scheduler name, plug-ins that are on and off, and their arguments.</summary>
internal static class ProfileReader
{
    public static Profile Read(FieldReader fields, string version, int percentage)
    {
        var name = fields.Text("schedulerName", Profile.DefaultName);
        if (fields.Optional("percentageOfNodesToScore") is { } own && own.Integer(0, 100) is { } other && other != percentage)
        {
            own.Error($"found {other}; allowed is that of the whole scheduler ({percentage}): its profiles have no other");
        }

        var plugins = fields.Object("plugins", points => PluginPointsReader.Read(points, version)) ?? PluginPointsReader.DefaultOf(version);
        var arguments = fields.Optional("pluginConfig")?.List(args => PluginArgumentsReader.Read(args, version)) ?? [];
        var settings = arguments.Aggregate(new PluginSettings(), (settings, change) => change.Apply(settings));
        var score = arguments.Select(change => change.FitScore).OfType<string>().LastOrDefault() ?? PluginNames.NodeResourcesLeastAllocated;
        if (RatioWithoutShape(plugins, settings, score))
        {
            fields.ErrorAt("plugins", $"{PluginNames.RequestedToCapacityRatio} needs a shape of at least one point (pluginConfig)");
        }

        return WithFitScore(plugins, score).ToProfile(name, settings);
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
