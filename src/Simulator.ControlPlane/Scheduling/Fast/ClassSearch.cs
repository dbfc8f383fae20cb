using Simulator.Api;
using Simulator.ControlPlane.Scheduling.Cache;

namespace Simulator.ControlPlane.Scheduling.Fast;

/// <summary>The label classes that some selectors select, found once and then only looked for among those that have come since.</summary>
internal sealed class ClassSearch(LabelClasses classes, FastWork work)
{
    private readonly List<Source> _sources = [];
    private int _epoch = -1;

    public HashSet<LabelClass> Found { get; } = [];

    /// <summary>Grows when <see cref="Found"/> changes.</summary>
    public int Version { get; private set; }

    public void Clear()
    {
        _sources.Clear();
        Found.Clear();
        Version++;
    }

    /// <param name="podNamespace">Null = all.</param>
    /// <param name="sought">Pairs that all that is selected carries.</param>
    public void Add(string? podNamespace, LabelSet sought, Func<LabelSet, bool> matches) =>
        _sources.Add(new Source(podNamespace, sought, matches) { Classes = classes.Carrying(podNamespace, sought) });

    public void CatchUp()
    {
        if (_epoch != classes.Epoch) Restart();
        foreach (var source in _sources)
        {
            if (source.Seen < source.Classes.Count) Look(source);
        }
    }

    private void Restart()
    {
        _epoch = classes.Epoch;
        Found.Clear();
        Version++;
        foreach (var source in _sources) (source.Classes, source.Seen) = (classes.Carrying(source.Namespace, source.Sought), 0);
    }

    private void Look(Source source)
    {
        work.ClassesAsked += source.Classes.Count - source.Seen;
        for (; source.Seen < source.Classes.Count; source.Seen++)
        {
            var candidate = source.Classes[source.Seen];
            if (source.Matches(candidate.Labels) && Found.Add(candidate)) Version++;
        }
    }

    private sealed class Source(string? podNamespace, LabelSet sought, Func<LabelSet, bool> matches)
    {
        public string? Namespace => podNamespace;

        public LabelSet Sought => sought;

        public Func<LabelSet, bool> Matches => matches;

        public required List<LabelClass> Classes { get; set; }

        public int Seen { get; set; }
    }
}
