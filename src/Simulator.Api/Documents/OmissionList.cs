namespace Simulator.Api.Documents;

/// <summary>Gathers omissions: the same fact about several objects becomes one, and a file that is read twice counts once.</summary>
internal sealed class OmissionList
{
    private readonly Dictionary<(
        Effect Effect, string Kind, string Field, string Sentence), Dictionary<(string File, int Line, int Column), Omission>> _facts = [];

    /// <summary>One for each fact, with its count, the worst first; then by file, line, column.</summary>
    public IReadOnlyList<Omission> Ranked =>
    [
        .. _facts.Values.Select(First).OrderBy(omission => omission.Effect)
            .ThenBy(omission => omission.File, StringComparer.Ordinal)
            .ThenBy(omission => omission.Line)
            .ThenBy(omission => omission.Column)
            .ThenBy(omission => omission.Subject, StringComparer.Ordinal)
            .ThenBy(omission => omission.Sentence, StringComparer.Ordinal),
    ];

    /// <summary>Each object's, as it was added.</summary>
    public IEnumerable<Omission> Each => _facts.Values.SelectMany(objects => objects.Values);

    /// <returns>False if it was dropped.</returns>
    public bool Add(Omission omission)
    {
        if (!_facts.TryGetValue(omission.Fact, out var objects))
        {
            if (_facts.Count >= Diagnostics.Limit) return false;
            _facts.Add(omission.Fact, objects = []);
        }

        objects.TryAdd(omission.Object, omission);
        return true;
    }

    /// <summary>Takes out those that change decisions.</summary>
    public IReadOnlyList<Omission> TakeDecisive()
    {
        IReadOnlyList<Omission> taken = [.. Ranked.TakeWhile(omission => omission.Effect == Effect.ChangesDecisions)];
        foreach (var omission in taken) _facts.Remove(omission.Fact);
        return taken;
    }

    private static Omission First(Dictionary<(string File, int Line, int Column), Omission> objects)
    {
        var first = objects.Values.OrderBy(omission => omission.File, StringComparer.Ordinal)
            .ThenBy(omission => omission.Line)
            .ThenBy(omission => omission.Column)
            .First();
        return first with { Count = objects.Count };
    }
}
