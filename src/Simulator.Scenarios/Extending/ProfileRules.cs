using Simulator.ControlPlane.Scheduling.Extensions;
using Simulator.ControlPlane.Scheduling.Framework.Cycle;
using Simulator.Plugins;

namespace Simulator.Scenarios.Extending;

/// <summary>The rules of all plug-ins, as one profile names them and gives them settings.</summary>
internal sealed class ProfileRules(OwnRules rules) : IOwnPlugins
{
    private static readonly IReadOnlyDictionary<string, string> NoSettings = new Dictionary<string, string>();

    /// <summary>Arguments of the profile, by plug-in.</summary>
    public Dictionary<string, IReadOnlyDictionary<string, string>> Settings { get; } = new(StringComparer.Ordinal);

    /// <summary>Those that may be enabled as filters.</summary>
    public static IEnumerable<string> Filters(OwnRules rules) =>
        rules.Rules.Where(rule => rule.Is<INodePredicate>()).Select(rule => rule.Name);

    /// <summary>Those that may be enabled as scores.</summary>
    public static IEnumerable<string> Scores(OwnRules rules) =>
        rules.Rules.Where(rule => rule.Is<INodePriority>() || rule.Is<IClusterPriority>()).Select(rule => rule.Name);

    public IOwnRule<IFilter>? Filter(string name) => rules.Find(name) is { } rule && rule.Is<INodePredicate>()
        ? new OwnRule<IFilter>(rule, SettingsOf(name), made => new OwnNodeFilter(rule, (INodePredicate)made))
        : null;

    public IOwnRule<IScore>? Score(string name) => rules.Find(name) switch
    {
        { } rule when rule.Is<INodePriority>() =>
            new OwnRule<IScore>(rule, SettingsOf(name), made => new OwnNodeScore(rule, (INodePriority)made)),
        { } rule when rule.Is<IClusterPriority>() =>
            new OwnRule<IScore>(rule, SettingsOf(name), made => new OwnClusterScore(rule, (IClusterPriority)made)),
        _ => null,
    };

    private IReadOnlyDictionary<string, string> SettingsOf(string name) => Settings.GetValueOrDefault(name, NoSettings);
}
