using Simulator.Api.Words;
using Simulator.Scenarios.Extending;

namespace Simulator.Scenarios.Files.Shapes;

/// <summary>Why there is no such rule of one's own.</summary>
internal static class OwnRuleText
{
    /// <param name="what">What it should be: "decider".</param>
    public static string Missing(string name, string what, OwnRules plugins) =>
        plugins.Find(name) is { } other ? $"{other.Name} of {other.File} is no {what}"
        : plugins.Rules.Count == 0 ? $"there is no {what} '{Wording.Shortened(name)}'; name its library on the command line (--plugin FILE)"
        : $"there is no {what} '{Wording.Shortened(name)}'; the plug-ins have {Wording.Listed(plugins.Rules.Select(rule => rule.Name))}";
}
