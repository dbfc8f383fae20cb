using Simulator.ControlPlane.Scheduling.Extensions;

namespace Simulator.Scenarios.Extending;

/// <summary>A plug-in's rule with its settings, of which each scheduler gets an instance of its own.</summary>
internal sealed class OwnRule<T>(PluginRule rule, IReadOnlyDictionary<string, string> settings, Func<object, T> wrap) : IOwnRule<T>
{
    public string Title => rule.Title;

    /// <summary>
    /// Where the same name stands twice in a policy it is the same instance, if the settings are, or stand at the first place only.
    /// </summary>
    public T Make(IDictionary<string, object> there)
    {
        if (settings.Count == 0 && there.TryGetValue(rule.Name, out var first)) return wrap(first);
        var key = $"{rule.Name} {string.Join(' ', settings.Select(setting => $"{setting.Key.Length}{setting.Key}={setting.Value}"))}";
        if (!there.TryGetValue(key, out var made)) there.Add(key, made = rule.Make(settings));
        there.TryAdd(rule.Name, made);
        return wrap(made);
    }
}
