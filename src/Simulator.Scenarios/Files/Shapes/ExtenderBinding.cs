using Simulator.Api.Documents;
using Simulator.Api.Sources;
using Simulator.Api.Words;
using Simulator.ControlPlane.Scheduling;
using Simulator.ControlPlane.Scheduling.Extensions;
using Simulator.Engine;
using Simulator.Scenarios.Files.Drafts;
using Simulator.Scenarios.Files.Sources;
using Simulator.World.Specification;

namespace Simulator.Scenarios.Files.Shapes;

/// <summary>Which plug-in answers in the place of an extender of the policy, and how long its answers take.</summary>
internal sealed record ExtenderBinding
{
    private static readonly KeysOf<ExtenderBinding> Key = new();

    public static Shape<ExtenderBinding> Shape { get; } = new("extender", new ExtenderBinding(),
    [
        Key.Text("url", "urlPrefix of the extender in the policy file", b => b.Url, (b, v) => b with { Url = v }).Required(),
        Key.Text("plugin", "name of the rule that answers in its place", b => b.Plugin, (b, v) => b with { Plugin = v }).Required(),
        Key.Class(
            "settings", "what the rule is given", Forms.Labels, SettingTexts.Read, null,
            (b, v) => b with { Settings = v }),
        Key.Distribution(
            "latency", "how long a call takes; beyond httpTimeout of the policy it is lost", b => b.Latency,
            (b, v) => b with { Latency = v }),
    ]);

    public string Url { get; init; } = "";

    public string Plugin { get; init; } = "";

    public IReadOnlyDictionary<string, string> Settings { get; init; } = SettingTexts.None;

    public IDistribution Latency { get; init; } = new Constant(TimeSpan.Zero);

    /// <summary>The policy with its extenders answered for.</summary>
    public static SchedulerPolicy? Bound(SchedulerPolicy? policy, IReadOnlyList<Placed<ExtenderBinding>> bindings) =>
        policy is null ? null : policy with
        {
            Extenders = [.. policy.Extenders.Select(extender => bindings.FirstOrDefault(
            binding => binding.Value.Url == extender.Url) is { } found
            ? extender with { Own = found.Value.Rule(found.Fields), Latency = new DrawnCallTime(found.Value.Latency) }
            : extender)],
        };

    /// <summary>Tells extenders for which nothing answers, and answers to no extender.</summary>
    public static void Check(SchedulerPolicy? policy, FieldReader fields)
    {
        var urls = policy?.Extenders.Select(extender => extender.Url).ToList() ?? [];
        foreach (var entry in fields.Optional("extenders")?.Items() ?? [])
        {
            var url = ((entry.Node as SourceMapping)?["url"] as SourceScalar)?.Text ?? "";
            if (url.Length > 0 && !urls.Contains(url)) entry.Error(NoSuch(url, urls));
        }

        if (policy?.Extenders.Any(extender => extender.Own is null) == true && PolicyNode(fields) is { } at)
        {
            fields.Context.Diagnostics.Add(SchedulerPolicyReader.Uncalled(at));
        }
    }

    /// <summary>Null after an error.</summary>
    private IOwnRule<IExtenderAnswers>? Rule(FieldReader fields)
    {
        var plugins = PluginKey.Of(fields.Context);
        if (plugins.Extender(Plugin, Settings) is { } rule) return rule;
        fields.ErrorAt("plugin", OwnRuleText.Missing(Plugin, "extender", plugins));
        return null;
    }

    private static SourceNode? PolicyNode(FieldReader fields) =>
        fields.Peek("policy-config-file")?.ExistingPath() is { } path && SourceTree.ReadFile(path, new Diagnostics()) is [var document]
            ? SchedulerPolicyReader.ExtendersOf(document).FirstOrDefault()
            : null;

    private static string NoSuch(string url, List<string> urls) => urls.Count == 0
        ? "the policy has no extenders"
        : $"no extender of the policy has the urlPrefix '{Wording.Shortened(url)}'; its extenders are {Wording.Listed(urls)}";
}
