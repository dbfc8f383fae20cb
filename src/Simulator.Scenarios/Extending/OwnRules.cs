using Simulator.ControlPlane.Scheduling.Extensions;
using Simulator.ControlPlane.Scheduling.Framework.Cycle;
using Simulator.ControlPlane.Scheduling.Predicates;
using Simulator.ControlPlane.Scheduling.Priorities;
using Simulator.Plugins;

namespace Simulator.Scenarios.Extending;

/// <summary>The rules of all plug-ins that were given, by name.</summary>
public sealed class OwnRules
{
    public static readonly OwnRules None = new([]);

    /// <summary>Nobody has said which there are.</summary>
    public static readonly OwnRules Unknown = new([]) { MayBeMissing = true };

    private readonly SortedDictionary<string, PluginRule> _rules = new(StringComparer.Ordinal);

    internal OwnRules(IEnumerable<PluginRule> rules)
    {
        foreach (var rule in rules) _rules.TryAdd(rule.Name, rule);
    }

    /// <summary>Some of the plug-ins could not be read: a name that is not here may be theirs.</summary>
    public bool IsIncomplete { get; init; }

    /// <summary>A file stands for itself: a name that is like none that is known may be one of whoever runs it.</summary>
    public bool MayBeMissing { get; init; }

    /// <summary>In name order.</summary>
    public IReadOnlyCollection<PluginRule> Rules => _rules.Values;

    /// <summary>Null: no plug-in has it.</summary>
    public PluginRule? Find(string name) => _rules.GetValueOrDefault(name);

    /// <summary>Null: no plug-in has a predicate of that name.</summary>
    public IOwnRule<IPredicate>? Predicate(string name, IReadOnlyDictionary<string, string> settings) =>
        Find(name) is { } rule && rule.Is<INodePredicate>()
            ? new OwnRule<IPredicate>(rule, settings, made => new OwnNodePredicate(rule, (INodePredicate)made))
            : null;

    /// <summary>Null: no plug-in has a priority of that name.</summary>
    public IOwnRule<IPriority>? Priority(string name, IReadOnlyDictionary<string, string> settings) => Find(name) switch
    {
        { } rule when rule.Is<INodePriority>() =>
            new OwnRule<IPriority>(rule, settings, made => new OwnNodePriority(rule, (INodePriority)made)),
        { } rule when rule.Is<IClusterPriority>() =>
            new OwnRule<IPriority>(rule, settings, made => new OwnClusterPriority(rule, (IClusterPriority)made)),
        _ => null,
    };

    /// <summary>Null: no plug-in has a decider of that name.</summary>
    public IOwnRule<IChooser>? Chooser(string name, IReadOnlyDictionary<string, string> settings) =>
        Find(name) is { } rule && rule.Is<INodeChooser>()
            ? new OwnRule<IChooser>(rule, settings, made => new OwnChooser(rule, (INodeChooser)made))
            : null;

    /// <summary>The same for a scheduler that goes by profiles.</summary>
    public IOwnRule<INodeChoice>? Choice(string name, IReadOnlyDictionary<string, string> settings) =>
        Find(name) is { } rule && rule.Is<INodeChooser>()
            ? new OwnRule<INodeChoice>(rule, settings, made => new OwnChooser(rule, (INodeChooser)made))
            : null;

    /// <summary>Null: no plug-in has an extender of that name.</summary>
    public IOwnRule<IExtenderAnswers>? Extender(string name, IReadOnlyDictionary<string, string> settings) =>
        Find(name) is { } rule && rule.Is<IExtender>()
            ? new OwnRule<IExtenderAnswers>(rule, settings, made => new OwnExtender(rule, (IExtender)made))
            : null;

    /// <inheritdoc cref="Choice"/>
    public IOwnRule<INodeExtender>? NodeExtender(string name, IReadOnlyDictionary<string, string> settings) =>
        Find(name) is { } rule && rule.Is<IExtender>()
            ? new OwnRule<INodeExtender>(rule, settings, made => new OwnExtender(rule, (IExtender)made))
            : null;
}
