using System.Globalization;
using Simulator.ControlPlane.Hosting;

namespace Simulator.Scenarios.Conformance.Federation.Timelines;

/// <summary>What names said over time. Contents count, not calls: a set that is removed and added again at once has not changed.</summary>
/// <param name="before">Contents at the trigger.</param>
internal sealed class ContentHistory(IReadOnlyDictionary<string, string> before)
{
    /// <summary>A name that is gone for less is being replaced.</summary>
    private const double Gap = 1;

    private readonly SortedDictionary<string, List<ContentChange>> _writes = new(StringComparer.Ordinal);

    public IEnumerable<string> Names => _writes.Keys;

    /// <summary>The order of addresses says nothing.</summary>
    public static string ContentOf(RecordSet set) => InOrder(set.ToString());

    /// <summary>Of the words, only the first has its place.</summary>
    public static string InOrder(string content) =>
        string.Join(' ', content.Split(' ') is [var type, .. var data] ? [type, .. data.Order(StringComparer.Ordinal)] : []);

    /// <param name="content">"" = it is gone.</param>
    public void Set(string name, double at, string content)
    {
        if (!_writes.TryGetValue(name, out var writes)) _writes.Add(name, writes = []);
        writes.Add(new ContentChange(name, at, content));
    }

    /// <summary>The changes of a name up to a moment, in order.</summary>
    public IReadOnlyList<ContentChange> ChangesOf(string name, double until)
    {
        var changes = new List<ContentChange>();
        var last = before.GetValueOrDefault(name, "");
        var writes = _writes.GetValueOrDefault(name) ?? [];
        for (var i = 0; i < writes.Count && writes[i].At <= until; i++)
        {
            var write = writes[i];
            if (write.Content.Length == 0 && i + 1 < writes.Count && writes[i + 1].At - write.At < Gap) continue;
            if (write.Content == last) continue;
            changes.Add(write);
            last = write.Content;
        }

        return changes;
    }
}

/// <param name="At">Seconds from the trigger.</param>
internal readonly record struct ContentChange(string Name, double At, string Content)
{
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{(Content.Length > 0 ? Content : "nothing")} at {At:F1} s");
}
