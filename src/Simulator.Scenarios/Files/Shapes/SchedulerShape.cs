using Simulator.Api;
using Simulator.Api.Documents;
using Simulator.Api.Words;
using Simulator.ControlPlane.Scheduling.Framework.Running;
using Simulator.ControlPlane.Versions;
using Simulator.Scenarios.Files.Sources;

namespace Simulator.Scenarios.Files.Shapes;

/// <summary>Flags of kube-scheduler.</summary>
internal static class SchedulerShape
{
    private static readonly KeysOf<SchedulerOptions> Key = new();

    public static Shape<SchedulerOptions> Value { get; } = new("scheduler", new SchedulerOptions(),
    [
        Key.Rate(
            "kube-api-qps", "calls a second of its client; binds and events together", o => o.KubeApiQps,
            (o, v) => o with { KubeApiQps = v }),
        Key.Integer(
            "kube-api-burst", "calls that its client may make at once", 1, 1_000_000, o => o.KubeApiBurst,
            (o, v) => o with { KubeApiBurst = v }),
        Key.Class(
            "policy-config-file",
            "a scheduler policy (kind Policy, apiVersion v1), relative to the scenario file; the default provider without it", Forms.Path,
            PolicyFile.Read, o => o.Policy is null || o.Policy.IsDefault ? "" : "given", (o, v) => o with { Policy = v }),
        Key.Mapping(
            "decider",
            "a plug-in (--plugin) that chooses among the nodes that pass the predicates or filters, instead of priorities or scores",
            DeciderShape.Value, (o, v) => DeciderShape.Into(o, v.Value, v.Fields)),
        Key.Class(
            "config",
            "its profiles (kind KubeSchedulerConfiguration, kubescheduler.config.k8s.io/v1beta1 to v1), relative to the scenario file; for "
                + "versions that have them",
            Forms.Path, ConfigurationFile, o => o.Configuration is null ? "" : "given", (o, v) => o with { Configuration = v }),
        Key.List(
            "extenders", "which plug-ins (--plugin) answer in the place of the HTTP extenders of the policy, or of config",
            ExtenderBinding.Shape, ExtenderBinding.Bound),
        Key.Integer(
            "hard-pod-affinity-symmetric-weight", "weight of the preference that a required affinity of another pod makes", 0, 100,
            o => o.Settings.HardPodAffinitySymmetricWeight,
            (o, v) => o with { Settings = o.Settings with { HardPodAffinitySymmetricWeight = v } }),
        Key.Class(
            "failure-domains",
            "label keys that an empty topology key of a preferred anti-affinity stands for; a text with commas, as the flag has it",
            Forms.Text, ReadDomains, o => Wording.Listed(o.Settings.FailureDomains).Replace(" ", "", StringComparison.Ordinal),
            (o, v) => o with { Settings = o.Settings with { FailureDomains = v } }),
        Key.Text(
            "scheduler-name", "it takes the pods that ask for this scheduler, and those that ask for none if this is default-scheduler",
            o => o.Settings.SchedulerName, (o, v) => o with { Settings = o.Settings with { SchedulerName = v } }),
        .. ElectionKeys.For<SchedulerOptions>(o => o.LeaderElection, (o, v) => o with { LeaderElection = v }),
    ])
    {
        Program = "kube-scheduler",
        Check = (options, fields) =>
        {
            ElectionKeys.Check(options.LeaderElection, fields);
            ExtenderBinding.Check(options, fields);
        },
    };

    private static SchedulerConfiguration? ConfigurationFile(SourceCursor cursor) =>
        cursor.RelatedPath() is { } path
            ? SchedulerConfigurationReader.ReadFile(path, cursor.Context.Diagnostics, PluginKey.Of(cursor.Context))
            : null;

    private static IReadOnlyList<string>? ReadDomains(SourceCursor cursor)
    {
        if (cursor.Text() is not { } text) return null;
        string[] keys = text.Split(',');
        if (Array.Find(keys, key => !LabelRules.IsValidKey(key)) is not { } wrong) return keys;
        cursor.Error($"'{Wording.Shortened(wrong)}' is not a label key; allowed are label keys with commas between them");
        return null;
    }
}
