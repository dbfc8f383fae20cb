using Simulator.Api;
using Simulator.ControlPlane.Hosting;
using Simulator.ControlPlane.Scheduling;
using Simulator.World.Running;
using Simulator.World.Specification;

namespace Simulator.Studies.Starts;

/// <summary>Follows the trail of another run as long as it is the same, and leaves one where it is not.</summary>
/// <param name="decided">Told each pod that the scheduler had to decide.</param>
internal sealed class TrailPlacer(IPodScheduler scheduler, StartMemory memory, Action decided) : ISettledPlacer
{
    private readonly Essence _essence = new();
    private readonly DecisionOrder _order = scheduler.Memory.Order!;
    private readonly List<TrailStep> _own = [];
    private Trail? _guide = Trail.Empty;
    private int _followed;
    private object? _turn;

    /// <summary>Also where it has followed others up to here: those had the same dice then.</summary>
    private bool HasThrown => _order.Looks > 0 || (_own.Count > 0 && _own[^1].HasThrown);

    public void Tell(ApiObject value)
    {
        scheduler.Deliver(new WatchEvent(WatchEventType.Added, value, null), ClusterSpec.LongAgo);
        var step = new TrailStep(Essence.Of(value), IsQuestion: false, (value as Pod)?.NodeName, HasThrown: false, default);
        if (Follow(step) is null) Leave(step);
    }

    public string? HostOf(Pod pod)
    {
        var step = new TrailStep(Essence.Of(pod), IsQuestion: true, Host: null, HasThrown: false, default);
        if (Follow(step) is { } known) return known.Host;
        decided();
        var host = scheduler.Settle(pod);
        Leave(step with { Host = host });
        return host;
    }

    /// <summary>The scheduler goes on from here as if it had decided all.</summary>
    public void Dispose()
    {
        if (_guide is not null) CatchUp(_guide);
        else memory.Add(new Trail(_order.Seed, [.. _own]));
        EndTurn();
    }

    /// <summary>The step of the trail that it is; null: of none, and from here on the scheduler decides itself.</summary>
    private TrailStep? Follow(in TrailStep step)
    {
        if (_guide is null) return null;
        var wanted = step;
        if (!Continues(_guide, wanted))
        {
            var other = memory.Find(trail => IsWay(trail, wanted));
            if (other is null)
            {
                _turn ??= memory.TakeTurn(_order.Seed);
                other = memory.Find(trail => IsWay(trail, wanted));
            }

            if (other is null) Part(_guide);
            else EndTurn();
            _guide = other;
        }

        return _guide?.Steps[_followed++];
    }

    private bool Continues(Trail trail, in TrailStep wanted)
    {
        if (_followed == trail.Steps.Length || !trail.IsFor(_order.Seed, _followed)) return false;
        var step = trail.Steps[_followed];
        return step.IsQuestion == wanted.IsQuestion && (wanted.IsQuestion || step.Host == wanted.Host)
            && _essence.IsSame(step.About, wanted.About, wanted.IsQuestion);
    }

    /// <summary>It has gone where this run has gone so far, and goes on with the step.</summary>
    private bool IsWay(Trail trail, in TrailStep wanted)
    {
        if (!Continues(trail, wanted)) return false;
        for (var i = _followed - 1; i >= 0; i--)
        {
            var (step, own) = (trail.Steps[i], _guide!.Steps[i]);
            if (step.IsQuestion != own.IsQuestion || step.Host != own.Host) return false;
            if (!_essence.IsSame(step.About, own.About, step.IsQuestion)) return false;
        }

        return true;
    }

    private void Part(Trail guide)
    {
        CatchUp(guide);
        for (var i = 0; i < _followed; i++) _own.Add(guide.Steps[i]);
    }

    private void CatchUp(Trail guide)
    {
        if (_followed > 0) scheduler.Memory.Mark = guide.Steps[_followed - 1].Mark;
    }

    private void Leave(in TrailStep step)
    {
        var about = step.About;
        for (var i = _own.Count - 1; i >= Math.Max(0, _own.Count - 2); i--)
        {
            if (_own[i].IsQuestion == step.IsQuestion && _own[i].About.Equals(about)) about = _own[i].About;
        }

        _own.Add(step with { About = about, HasThrown = HasThrown, Mark = scheduler.Memory.Mark });
    }

    private void EndTurn()
    {
        if (_turn is not null) Monitor.Exit(_turn);
        _turn = null;
    }
}
