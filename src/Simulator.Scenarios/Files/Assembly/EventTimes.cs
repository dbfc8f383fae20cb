using Simulator.Api.Documents;
using Simulator.Api.Words;
using Simulator.Scenarios.Files.Drafts;
using Simulator.World.Specification;

namespace Simulator.Scenarios.Files.Assembly;

/// <summary>Holds the events that outages and operations wait for against the outages that there are.</summary>
/// <remarks>An outage without a name can be called by what it strikes, if it is the only one: then it gets that name.</remarks>
internal sealed class EventTimes
{
    private readonly IReadOnlyList<Placed<OutageSpec>> _outages;
    private readonly HashSet<string> _called = new(StringComparer.Ordinal);

    public EventTimes(IReadOnlyList<Placed<OutageSpec>> outages)
    {
        _outages = outages;
        UniqueNames.Check(outages, outage => outage.Name, "outage");
    }

    /// <summary>The outages with the names by which others call them.</summary>
    public IReadOnlyList<Placed<OutageSpec>> Named(IReadOnlyList<Placed<OperationDraft>> operations)
    {
        foreach (var operation in operations) Check(operation.Value.After, operation.Fields);
        foreach (var outage in _outages) Check(outage.Value.After, outage.Fields);
        for (var i = 0; i < _outages.Count; i++) CheckCircle(i);
        return [.. _outages.Select(outage => _called.Contains(NameOf(outage.Value))
            ? outage with { Value = outage.Value with { Name = NameOf(outage.Value) } }
            : outage)];
    }

    private static string NameOf(OutageSpec outage) => outage.Name.Length > 0 ? outage.Name : outage.Target;

    private void Check(EventTime? after, FieldReader fields)
    {
        if (after is null || after.Event == AwaitedEvent.AllReady) return;
        var found = Find(after.Outage);
        if (found.Count == 1)
        {
            _called.Add(after.Outage);
            if (Absence(found[0].Value, after.Event) is { } sentence) fields.ErrorAt("after", $"outage '{after.Outage}' {sentence}");
        }
        else if (found.Count > 1)
        {
            fields.ErrorAt("after", $"{found.Count} outages strike '{after.Outage}'; give the one that is meant a name");
        }
        else
        {
            var names = _outages.Select(outage => NameOf(outage.Value)).Distinct().ToList();
            fields.ErrorAt(
                "after",
                $"no outage '{Wording.Shortened(after.Outage)}'{Wording.DidYouMean(after.Outage, names)}"
                    + $"{(names.Count == 0 ? "; the scenario has no outages" : $"; the outages are {Wording.Listed(names)}")}");
        }
    }

    /// <summary>A name counts before what is struck.</summary>
    private List<Placed<OutageSpec>> Find(string name)
    {
        var named = _outages.Where(outage => outage.Value.Name == name).ToList();
        return named.Count > 0 ? named : [.. _outages.Where(outage => outage.Value.Name.Length == 0 && outage.Value.Target == name)];
    }

    /// <summary>Why an outage has no such event; null if it has.</summary>
    private static string? Absence(OutageSpec outage, AwaitedEvent what)
    {
        if (what == AwaitedEvent.OutageBegins) return outage.IsOld ? "began long before the run; allowed is its end" : null;
        if (outage.Kind == OutageKind.InstanceGone) return "never ends: the cloud does not give its machines back";
        return outage.For is null && !OutageKinds.Of(outage.Kind).EndsByItself ? "never ends: it has no 'for'" : null;
    }

    /// <summary>Told once, at the first of those that wait for each other.</summary>
    private void CheckCircle(int start)
    {
        var way = new List<int> { start };
        while (_outages[way[^1]].Value.After is { Event: not AwaitedEvent.AllReady } after && Find(after.Outage) is [var next])
        {
            var index = IndexOf(next);
            if (index == start)
            {
                _outages[start].Fields.ErrorAt(
                    "after", $"waits for itself: {string.Join(" → ", way.Append(start).Select(i => NameOf(_outages[i].Value)))}");
            }
            if (way.Contains(index) || index < start) return;
            way.Add(index);
        }
    }

    private int IndexOf(Placed<OutageSpec> outage)
    {
        for (var i = 0; i < _outages.Count; i++)
        {
            if (ReferenceEquals(_outages[i], outage)) return i;
        }

        return -1;
    }
}
