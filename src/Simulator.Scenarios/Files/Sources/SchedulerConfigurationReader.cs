using Simulator.Api.Documents;
using Simulator.Api.Sources;
using Simulator.Api.Words;
using Simulator.ControlPlane.Scheduling.Framework;
using Simulator.ControlPlane.Scheduling.Framework.Cycle;
using Simulator.ControlPlane.Scheduling.Framework.Queue;
using Simulator.ControlPlane.Scheduling.Framework.Running;
using Simulator.Scenarios.Extending;

namespace Simulator.Scenarios.Files.Sources;

/// <summary>Reads kube-scheduler's own configuration (<c>--config</c>; kind KubeSchedulerConfiguration, v1beta1 to v1).</summary>
/// <remarks>pkg/scheduler/apis/config of 1.20 and later: what is wrong is told with its place, all at once.</remarks>
public static class SchedulerConfigurationReader
{
    /// <summary>The configuration of a file; null after an error was reported.</summary>
    /// <param name="plugins">Whose rules profiles may name; null: there are none.</param>
    public static SchedulerConfiguration? ReadFile(string path, Diagnostics diagnostics, OwnRules? plugins = null)
    {
        var before = diagnostics.Errors.Count;
        var documents = SourceTree.ReadFile(path, diagnostics);
        if (documents.Count == 1) return Read(documents[0], diagnostics, plugins);
        if (diagnostics.Errors.Count == before)
        {
            diagnostics.Error(path, 0, 0, $"the file holds {documents.Count} documents; allowed is one KubeSchedulerConfiguration");
        }

        return null;
    }

    /// <summary>The configuration in a tree; null after an error was reported.</summary>
    /// <inheritdoc cref="ReadFile"/>
    public static SchedulerConfiguration? Read(SourceNode node, Diagnostics diagnostics, OwnRules? plugins = null)
    {
        var own = new Diagnostics();
        var context = new ReadingContext(own, ReadingRules.Scenario);
        var configuration = new SourceCursor(node, SourcePath.Root, context)
            .Read(fields => ReadConfiguration(fields, plugins ?? OwnRules.None));
        diagnostics.AddAll(own);
        return own.HasErrors ? null : configuration;
    }

    private static SchedulerConfiguration ReadConfiguration(FieldReader fields, OwnRules plugins)
    {
        fields.OneOf("kind", "KubeSchedulerConfiguration", "KubeSchedulerConfiguration");
        var version = fields.OneOf("apiVersion", ConfigVersions.All[0], [.. ConfigVersions.All]);

        // How it speaks to others changes no decision; its flags in the scenario say what its client may do.
        fields.Whole("clientConnection");
        fields.Whole("leaderElection");
        fields.Skip(
            "parallelism", "healthzBindAddress", "metricsBindAddress", "enableProfiling", "enableContentionProfiling",
            "delayCacheUntilActive");
        var extenders = NodeExtenderReader.Read(fields, out var ignored);
        var percentage = fields.Integer("percentageOfNodesToScore", 0, 0, 100);
        var queue = ReadQueue(fields);
        var profiles = fields.List("profiles", profile => ProfileReader.Read(profile, version, percentage, plugins, ignored));
        TellDuplicates(fields, profiles);
        return new SchedulerConfiguration
        {
            Profiles = profiles.Count > 0 ? profiles
                : ignored.Count == 0 ? SchedulerConfiguration.Default.Profiles
                : [Profile.Default(new PluginSettings { IgnoredResources = ignored })],
            Extenders = extenders,
            PercentageOfNodesToScore = percentage,
            Queue = queue,
        };
    }

    private static QueueSettings ReadQueue(FieldReader fields)
    {
        var initial = fields.Long("podInitialBackoffSeconds", 1, 1, 1_000_000);
        var max = fields.Long("podMaxBackoffSeconds", 10, 1, 1_000_000);
        if (max < initial)
        {
            fields.ErrorAt("podMaxBackoffSeconds", $"{max} is less than podInitialBackoffSeconds ({initial}); allowed is at least that");
        }
        return new QueueSettings { InitialBackoff = TimeSpan.FromSeconds(initial), MaxBackoff = TimeSpan.FromSeconds(max) };
    }

    private static void TellDuplicates(FieldReader fields, IReadOnlyList<Profile> profiles)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < profiles.Count; i++)
        {
            if (seen.Add(profiles[i].SchedulerName)) continue;
            var item = fields.Optional("profiles")!.Value.Items()[i];
            item.Error($"the scheduler name '{Wording.Shortened(profiles[i].SchedulerName)}' comes twice; each profile has one of its own");
        }
    }
}
