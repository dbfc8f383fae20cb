using Simulator.ControlPlane.Scheduling.Extensions;

namespace Simulator.Scenarios.Extending;

/// <summary>A plug-in's rule with its settings, of which each scheduler gets an instance of its own.</summary>
internal sealed class OwnRule<T>(PluginRule rule, IReadOnlyDictionary<string, string> settings, Func<object, T> wrap) : IOwnRule<T>
{
    public string Title => rule.Title;

    public T Make() => wrap(rule.Make(settings));
}
