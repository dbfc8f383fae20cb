using Simulator.Api.Documents;
using Simulator.ControlPlane.Scheduling.Extensions;
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

    /// <summary>Null after an error.</summary>
    public static IOwnRule<IChooser>? RuleOf(Draft draft, FieldReader fields)
    {
        var plugins = PluginKey.Of(fields.Context);
        if (plugins.Chooser(draft.Plugin, draft.Settings) is { } rule) return rule;
        if (draft.Plugin.Length > 0) fields.ErrorAt("plugin", OwnRuleText.Missing(draft.Plugin, "decider", plugins));
        return null;
    }

    internal sealed record Draft
    {
        public string Plugin { get; init; } = "";

        public IReadOnlyDictionary<string, string> Settings { get; init; } = SettingTexts.None;
    }
}
