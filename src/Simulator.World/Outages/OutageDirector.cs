using Simulator.Engine;
using Simulator.World.Nodes;
using Simulator.World.Observations;
using Simulator.World.Operations;
using Simulator.World.Specification;

namespace Simulator.World.Outages;

/// <summary>Makes the scenario's troubles happen, and ends them.</summary>
internal sealed class OutageDirector(Simulation simulation, RandomStreams streams, IReadOnlyList<OutageSite> sites, Timetable timetable)
{
    private readonly Dictionary<string, int> _open = new(StringComparer.Ordinal);
    private int _count;
    private int _planned;
    private TimeSpan _end;

    public void Schedule(Scenario scenario)
    {
        (_end, _planned) = (scenario.Duration, scenario.Outages.Count);
        for (var i = 0; i < scenario.Outages.Count; i++)
        {
            if (!scenario.Outages[i].IsOld) Schedule(scenario.Outages[i], streams[$"outage-{i}"]);
        }

        for (var i = 0; i < scenario.RandomOutages.Count; i++)
        {
            var drawn = scenario.RandomOutages[i];
            new RandomOutages(simulation, this, Find(drawn.Cluster), drawn, streams[$"random-outage-{i}"]).Schedule(scenario.Duration);
        }
    }

    /// <summary>Somebody begins it now, as if it stood after all others in the scenario.</summary>
    public IStandingTrouble BeginByHand(OutageSpec outage)
    {
        var standing = new StandingTrouble(outage);
        Begin(outage with { IsByHand = true }, streams[$"outage-{_planned++}"], () => standing.IsOver = true, standing);
        return standing;
    }

    /// <param name="stream">What of the trouble is left to chance: its own stream, so that no other trouble changes it.</param>
    /// <param name="ended">Called when everything that was struck is relieved.</param>
    /// <param name="standing">Is given what ends it.</param>
    public void Begin(OutageSpec outage, RandomStream stream, Action? ended = null, StandingTrouble? standing = null)
    {
        var site = Find(outage.Cluster);
        if (site.Targets.Found(outage) is not { } found)
        {
            site.Log.Write(ObservationKind.PlanLeftOut, TitleOf(outage), $"the pod was bound to no node at {Clock.Of(simulation.Now)}");
            ended?.Invoke();
            return;
        }

        var occurrence = new Occurrence(site.Log, found, _count++) { Ended = () => End(outage.Name, ended), Standing = standing };
        occurrence.Begin();
        NoteBeginning(outage.Name);
        switch (site.Troubles.Of(outage.Kind))
        {
            case INodeTrouble trouble: Strike(occurrence, trouble, site.Targets.Drawn(found, stream), stream); break;
            case IClusterTrouble trouble: Strike(occurrence, trouble, stream); break;
            case IProcedure procedure: Follow(occurrence, procedure, site.Targets.Drawn(found, stream)); break;
        }
    }

    private void NoteBeginning(string name)
    {
        if (name.Length == 0) return;
        _open[name] = _open.GetValueOrDefault(name) + 1;
        timetable.OutageBegan(name);
    }

    /// <summary>Several that share a name (the clusters of a region) end together.</summary>
    private void End(string name, Action? ended)
    {
        if (name.Length > 0 && --_open[name] == 0) timetable.OutageEnded(name);
        ended?.Invoke();
    }

    private static string TitleOf(OutageSpec outage) => $"{OutageKinds.Of(outage.Kind).Name} of {outage.Target}";

    private OutageSite Find(string cluster) => sites.Single(candidate => candidate.Cluster == cluster);

    private void Schedule(OutageSpec outage, RandomStream stream)
    {
        var (every, times) = outage.Repeat ?? new Repetition(TimeSpan.Zero, 1);
        if (outage.After is not null)
        {
            timetable.Add(
                Find(outage.Cluster).Log, TitleOf(outage), new PlannedTime(outage.At, outage.After, outage.IsByHand),
                () => BeginAll(simulation.Now));
        }
        else BeginAll(outage.At);

        void BeginAll(TimeSpan first)
        {
            for (var i = 0; i < times && first + every.Times(i) < _end; i++)
            {
                simulation.ScheduleAt(first + every.Times(i), () => Begin(outage, stream), PriorityOf(outage));
            }
        }
    }

    /// <summary>All at once end together; rolling ones end one by one, each after a duration of its own.</summary>
    private void Strike(Occurrence occurrence, INodeTrouble trouble, List<SimulatedNode> nodes, RandomStream stream)
    {
        var spec = occurrence.Spec;
        occurrence.Expect(nodes.Count);
        if (spec.Rolling > TimeSpan.Zero)
        {
            for (var i = 0; i < nodes.Count && simulation.Now + spec.Rolling.Times(i) < _end; i++)
            {
                var node = nodes[i];
                simulation.Schedule(spec.Rolling.Times(i), () => Strike(occurrence, trouble, [node], spec.For?.Sample(stream)));
            }
        }
        else
        {
            Strike(occurrence, trouble, nodes, spec.For?.Sample(stream));
        }
    }

    private void Strike(Occurrence occurrence, INodeTrouble trouble, List<SimulatedNode> nodes, TimeSpan? lasting)
    {
        foreach (var node in nodes) trouble.Begin(occurrence, node);
        if (trouble is IPlaceTrouble wide && occurrence.Spec is { Where: { } struck, Rolling.Ticks: 0 }) wide.Begin(occurrence, struck);
        if (!OutageKinds.Of(occurrence.Spec.Kind).EndsByItself) Plan(occurrence, lasting, () => Relieve(occurrence, trouble, nodes));
    }

    private static int PriorityOf(OutageSpec outage) => outage.IsByHand ? PlannedTime.ByHand : 0;

    /// <param name="lasting">Null: to the end of the run, or until somebody ends it.</param>
    private void Plan(Occurrence occurrence, TimeSpan? lasting, Action relieve)
    {
        var due = lasting is { } duration ? simulation.Schedule(duration, relieve, PriorityOf(occurrence.Spec)) : default;
        if (occurrence is not { Standing: { } standing, Spec.Rolling.Ticks: 0 }) return;
        standing.Relieve = () =>
        {
            simulation.Cancel(due);
            relieve();
        };
    }

    private static void Relieve(Occurrence occurrence, INodeTrouble trouble, List<SimulatedNode> nodes)
    {
        occurrence.End(nodes.Count);
        foreach (var node in nodes) trouble.End(occurrence, node);
        if (trouble is IPlaceTrouble wide && occurrence.Spec is { Where: { } place, Rolling.Ticks: 0 }) wide.End(occurrence, place);
    }

    private void Strike(Occurrence occurrence, IClusterTrouble trouble, RandomStream stream)
    {
        occurrence.Expect(1);
        trouble.Begin(occurrence);
        Plan(occurrence, occurrence.Spec.For?.Sample(stream), () =>
        {
            occurrence.End();
            trouble.End(occurrence);
        });
    }

    private void Follow(Occurrence occurrence, IProcedure procedure, List<SimulatedNode> nodes)
    {
        occurrence.Expect(1);
        new Process(simulation, procedure.Run(occurrence, nodes)).AddCallback(_ => occurrence.End());
    }
}
