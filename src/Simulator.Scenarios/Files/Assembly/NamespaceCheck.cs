using Simulator.Api;
using Simulator.ControlPlane.Admission;

namespace Simulator.Scenarios;

/// <summary>Objects whose namespace nothing creates, or creates only after them: said once a namespace. The API server will refuse them.</summary>
internal sealed class NamespaceCheck
{
    private readonly Dictionary<string, TimeSpan> _made = new(StringComparer.Ordinal);

    private readonly SortedDictionary<string, (SourceNode First, TimeSpan At, int Count)> _used = new(StringComparer.Ordinal);

    public static bool IsAlwaysThere(string name) => NamespaceRule.Always.Contains(name);

    /// <param name="at">When the object is created.</param>
    /// <param name="place">What led to it.</param>
    public void Take(ApiObject value, TimeSpan at, SourceNode place)
    {
        if (value is Namespace && (!_made.TryGetValue(value.Name, out var earlier) || at < earlier)) _made[value.Name] = at;
        if (value.Namespace.Length == 0 || IsAlwaysThere(value.Namespace)) return;
        _used[value.Namespace] = _used.TryGetValue(value.Namespace, out var known) ? (known.First, at < known.At ? at : known.At, known.Count + 1) : (place, at, 1);
    }

    public void TellTo(Diagnostics diagnostics)
    {
        foreach (var (name, (first, at, count)) in _used)
        {
            var objects = count == 1 ? "1 object lies" : $"{count} objects lie";
            if (!_made.TryGetValue(name, out var made)) diagnostics.Remark(first, $"{objects} in namespace '{name}', which nothing here creates: the API server refuses them until somebody does");
            else if (made > at) diagnostics.Remark(first, $"{objects} in namespace '{name}', which is created only at {GoDuration.Format(made)}: until then the API server refuses them");
        }
    }
}
