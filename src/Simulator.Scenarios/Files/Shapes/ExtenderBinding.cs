using Simulator.Api.Documents;
using Simulator.Api.Sources;
using Simulator.Api.Words;
using Simulator.ControlPlane.Scheduling.Extensions;
using Simulator.ControlPlane.Scheduling.Framework.Cycle;
using Simulator.ControlPlane.Versions;
using Simulator.Engine;
using Simulator.Scenarios.Extending;
using Simulator.Scenarios.Files.Drafts;
using Simulator.Scenarios.Files.Sources;
using Simulator.World.Specification;

namespace Simulator.Scenarios.Files.Shapes;

/// <summary>Which plug-in answers in the place of an extender of policy or configuration, and how long its answers take.</summary>
internal sealed record ExtenderBinding
{
    private static readonly KeysOf<ExtenderBinding> Key = new();

    public static Shape<ExtenderBinding> Shape { get; } = new("extender", new ExtenderBinding(),
    [
        Key.Text("url", "urlPrefix of the extender in the policy file or in config", b => b.Url, (b, v) => b with { Url = v }).Required(),
        Key.Text("plugin", "name of the rule that answers in its place", b => b.Plugin, (b, v) => b with { Plugin = v }).Required(),
        Key.Class(
            "settings", "what the rule is given", Forms.Labels, SettingTexts.Read, null,
            (b, v) => b with { Settings = v }),
        Key.Distribution(
            "latency", "how long a call takes; beyond its httpTimeout it is lost", b => b.Latency,
            (b, v) => b with { Latency = v }),
    ]);

    public string Url { get; init; } = "";

    public string Plugin { get; init; } = "";

    public IReadOnlyDictionary<string, string> Settings { get; init; } = SettingTexts.None;

    public IDistribution Latency { get; init; } = new Constant(TimeSpan.Zero);

    /// <summary>The flags with the extenders of policy and configuration answered for.</summary>
    public static SchedulerOptions Bound(SchedulerOptions options, IReadOnlyList<Placed<ExtenderBinding>> bindings) => options with
    {
        Policy = options.Policy is not { } policy ? null : policy with
        {
            Extenders = [.. policy.Extenders.Select(extender => Find(extender.Url, bindings) is { } found
                ? found.Value.Timed(extender) with { Own = found.Value.Rule(found.Fields, OwnRulesOf(found).Extender) }
                : extender)],
        },
        Configuration = options.Configuration is not { } configuration ? null : configuration with
        {
            Extenders = [.. configuration.Extenders.Select(extender => Find(extender.Policy.Url, bindings) is { } found
                ? new NodeExtender(found.Value.Timed(extender.Policy))
                {
                    Own = found.Value.Rule(found.Fields, OwnRulesOf(found).NodeExtender),
                }
                : extender)],
        },
    };

    /// <summary>Tells extenders for which nothing answers, and answers to no extender.</summary>
    public static void Check(SchedulerOptions options, FieldReader fields)
    {
        IReadOnlyList<ExtenderPolicy> ofPolicy = options.Policy?.Extenders ?? [];
        IReadOnlyList<NodeExtender> ofProfiles = options.Configuration?.Extenders ?? [];
        var all = ofPolicy.Concat(ofProfiles.Select(extender => extender.Policy));
        List<string> urls = [.. all.Select(extender => extender.Url).Distinct()];
        foreach (var entry in fields.Optional("extenders")?.Items() ?? [])
        {
            var url = ((entry.Node as SourceMapping)?["url"] as SourceScalar)?.Text ?? "";
            if (url.Length > 0 && !urls.Contains(url)) entry.Error(NoSuch(url, urls));
        }

        if (ofPolicy.Any(extender => extender.Own is null)) TellUncalled(fields, "policy-config-file", "Policy");
        if (ofProfiles.Any(extender => extender.Own is null)) TellUncalled(fields, "config", "KubeSchedulerConfiguration");
    }

    private static void TellUncalled(FieldReader fields, string key, string kind)
    {
        if (fields.Peek(key)?.ExistingPath() is not { } path || SourceTree.ReadFile(path, new Diagnostics()) is not [var document]) return;
        if (SchedulerPolicyReader.ExtendersOf(document) is [var first, ..])
        {
            fields.Context.Diagnostics.Add(SchedulerPolicyReader.Uncalled(first, kind));
        }
    }

    private static Placed<ExtenderBinding>? Find(string url, IReadOnlyList<Placed<ExtenderBinding>> bindings) =>
        bindings.FirstOrDefault(binding => binding.Value.Url == url);

    private static OwnRules OwnRulesOf(Placed<ExtenderBinding> binding) => PluginKey.Of(binding.Fields.Context);

    private ExtenderPolicy Timed(ExtenderPolicy extender) => extender with { Latency = new DrawnCallTime(Latency) };

    /// <summary>Null after an error.</summary>
    private IOwnRule<T>? Rule<T>(FieldReader fields, Func<string, IReadOnlyDictionary<string, string>, IOwnRule<T>?> find)
    {
        if (find(Plugin, Settings) is { } rule) return rule;
        fields.ErrorAt("plugin", OwnRuleText.Missing(Plugin, "extender", PluginKey.Of(fields.Context)));
        return null;
    }

    private static string NoSuch(string url, List<string> urls) => urls.Count == 0
        ? "neither the policy nor config has extenders"
        : $"no extender of the policy or of config has the urlPrefix '{Wording.Shortened(url)}'; its extenders are {Wording.Listed(urls)}";
}
