using Simulator.Api.Documents;
using Simulator.ControlPlane.Scheduling;
using Simulator.ControlPlane.Versions;
using Simulator.Scenarios.Files.Sources;

namespace Simulator.Scenarios.Files.Shapes;

/// <summary>A plug-in that decides in the place of all priorities.</summary>
internal static class DeciderShape
{
    private static readonly KeysOf<Draft> Key = new();

    public static Shape<Draft> Value { get; } = new("decider", new Draft(),
    [
        Key.Text("plugin", "name of the rule", d => d.Plugin, (d, v) => d with { Plugin = v }).Required(),
        Key.Class(
            "settings", "what the rule is given", Forms.Labels, SettingTexts.Read, null,
            (d, v) => d with { Settings = v }),
    ]);

    /// <summary>The flags with it, for schedulers that go by policies and those that go by profiles; as they were after an error.</summary>
    public static SchedulerOptions Into(SchedulerOptions options, Draft draft, FieldReader fields)
    {
        var plugins = PluginKey.Of(fields.Context);
        if (plugins.Chooser(draft.Plugin, draft.Settings) is { } rule)
        {
            return options with
            {
                Policy = (options.Policy ?? SchedulerPolicy.Default) with { Chooser = rule },
                Choice = plugins.Choice(draft.Plugin, draft.Settings),
            };
        }

        if (draft.Plugin.Length > 0) fields.ErrorAt("plugin", OwnRuleText.Missing(draft.Plugin, "decider", plugins));
        return options;
    }

    internal sealed record Draft
    {
        public string Plugin { get; init; } = "";

        public IReadOnlyDictionary<string, string> Settings { get; init; } = SettingTexts.None;
    }
}
