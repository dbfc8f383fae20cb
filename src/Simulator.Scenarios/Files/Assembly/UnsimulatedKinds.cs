using Simulator.Api;

namespace Simulator.Scenarios;

/// <summary>Objects that are understood but that nothing acts upon yet: said once a kind.</summary>
internal sealed class UnsimulatedKinds
{
    private static readonly string[] Kinds = ["HorizontalPodAutoscaler"];

    private readonly SortedDictionary<string, (SourceNode First, int Count)> _found = new(StringComparer.Ordinal);

    /// <summary>True if the object is not to be created.</summary>
    /// <param name="at">What led to it.</param>
    public bool Take(ApiObject value, SourceNode at)
    {
        if (value is not Node && !Kinds.Contains(value.Kind)) return false;
        _found[value.Kind] = _found.TryGetValue(value.Kind, out var known) ? (known.First, known.Count + 1) : (at, 1);
        return true;
    }

    public void TellTo(Diagnostics diagnostics)
    {
        foreach (var (kind, (first, count)) in _found)
        {
            var objects = count == 1 ? "1 object" : $"{count} objects";
            var why = kind == "Node" ? "nodes come from nodePools" : "nothing will come of it";
            diagnostics.Remark(first, $"{kind} is read but not simulated yet ({objects}): {why}");
        }
    }
}
