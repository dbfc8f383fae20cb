using System.Globalization;
using Simulator.World.Observations;

namespace Simulator.World.Explanation;

/// <summary>One pod's life as the observations tell it, and what happened to its node while it was there.</summary>
/// <remarks>Told only facts of the pod's own cluster. Tries that end alike are one line with a count.</remarks>
public sealed class PodLifeline(string name)
{
    private readonly List<LifeEvent> _events = [];
    private TimeSpan _unschedulableFrom;
    private int _sameTries;

    /// <summary>The last Ready condition of its node that is not True, and since when; null while it is True.</summary>
    private (string Status, TimeSpan Since)? _nodeTrouble;

    /// <summary>When the node controller last began to evict its node.</summary>
    private TimeSpan? _nodeEvicted;

    /// <summary>namespace/name</summary>
    public string Name => name;

    public IReadOnlyList<LifeEvent> Events => _events;

    public TimeSpan? Created { get; private set; }

    public TimeSpan? Bound { get; private set; }

    public TimeSpan? ReadySince { get; private set; }

    public TimeSpan? ServingSince { get; private set; }

    /// <summary>Its containers served at some time of this life.</summary>
    public bool HasServed { get; private set; }

    public TimeSpan? Marked { get; private set; }

    public TimeSpan? Removed { get; private set; }

    /// <summary>When the life before it under its name was gone; null if this is the first.</summary>
    public TimeSpan? FormerRemoved { get; private set; }

    /// <summary>When all its volumes were mounted.</summary>
    public TimeSpan? Mounted { get; private set; }

    /// <summary>Init containers that succeeded since it is on its node.</summary>
    public int InitEnded { get; private set; }

    /// <summary>When the last one ended, however it did.</summary>
    public TimeSpan? InitChanged { get; private set; }

    /// <summary>Its controller; "" if it has none.</summary>
    public string Owner { get; private set; } = "";

    /// <summary>"" while it has none.</summary>
    public string Node { get; private set; } = "";

    /// <summary>Passes of the scheduler that found no node.</summary>
    public int FailedTries { get; private set; }

    /// <summary>
    /// How its node stood when the pod was marked for deletion, if the node controller was evicting it: Ready condition, since when, and
    /// since when evicted.
    /// </summary>
    public (string Status, TimeSpan Since, TimeSpan EvictedAt)? EvictedFrom { get; private set; }

    public void Observe(in Observation observation)
    {
        if (observation.Subject == name) OnPod(observation);
        else if (Node.Length > 0 && Removed is null && observation.Subject == Node) OnNode(observation);
    }

    private void OnPod(in Observation observation)
    {
        var (at, other) = (observation.At, observation.Other);
        switch (observation.Kind)
        {
            case ObservationKind.PodCreated: Create(at, other); break;
            case ObservationKind.PodUnschedulable: Fail(at, other); break;
            case ObservationKind.PodBound: (Bound, Node) = (at, other); Tell(at, $"bound to {other}"); break;
            case ObservationKind.PodServing or ObservationKind.PodStoppedServing when other != Node:
                Tell(
                at,
                $"its earlier life on {other} {(observation.Kind == ObservationKind.PodServing ? "serves" : "stopped serving")}"); break;
            case ObservationKind.PodServing: (ServingSince, HasServed) = (at, true); Tell(at, "its containers serve"); break;
            case ObservationKind.PodStoppedServing: ServingSince = null; Tell(at, "its containers stopped serving"); break;
            case ObservationKind.PodReady: ReadySince = at; Tell(at, "ready"); break;
            case ObservationKind.PodNotReady: ReadySince = null; Tell(at, "not ready"); break;
            case ObservationKind.PodDeletionMarked: Mark(at); break;
            case ObservationKind.PodRemoved: Removed = at; Tell(at, "its object is gone"); break;
            case ObservationKind.AssumptionExpired: Tell(at, $"the scheduler gave up waiting for its binding to {other} (30 s)"); break;
            case ObservationKind.PodFinished: Tell(at, $"finished: {other}"); break;
            case ObservationKind.ContainerRestarted: Tell(at, $"a container started again ({other}, restart {observation.Value})"); break;
            case ObservationKind.ContainerOutOfMemory:
                Tell(
                at,
                observation.Extra == 1
                    ? $"the kernel killed a container: the memory of {other} was full"
                    : "the kernel killed a container: it had reached its own memory limit"); break;
            case ObservationKind.PodEvictedByKubelet: Tell(at, $"evicted by the kubelet: {other}"); break;
            case ObservationKind.PodPreempted: Tell(at, $"preempted: it makes room for {other}"); break;
            case ObservationKind.PodNominated: Tell(at, $"nominated to {other}, where others have to go"); break;
            case ObservationKind.VolumesMounted: Mounted = at; Tell(at, "all its volumes are mounted"); break;
            case ObservationKind.InitContainerEnded: EndInit(observation); break;
            case ObservationKind.PetInitialized: Tell(at, "somebody set pod.alpha.kubernetes.io/initialized"); break;
            case ObservationKind.MemberChanged:
                Tell(
                at,
                other switch { "InSync" => "has all data", "CatchingUp" => "catches up on its data", _ => "is down as a member" }); break;
            case ObservationKind.IdentityOverlapBegan: Tell(at, $"runs twice, {OverlapPlaces.Told(other)}"); break;
            case ObservationKind.IdentityOverlapEnded: Tell(at, "no longer runs twice"); break;
            case ObservationKind.PodRejectedByKubelet: Tell(at, $"refused by the kubelet: {other}"); break;
        }
    }

    /// <summary>A name that is used again begins a new life.</summary>
    private void Create(TimeSpan at, string owner)
    {
        (Created, Owner, Node, FormerRemoved) = (at, owner, "", Removed);
        (Bound, ReadySince, ServingSince, Marked, Removed, EvictedFrom) = (null, null, null, null, null, null);
        (_nodeTrouble, _nodeEvicted, Mounted, InitChanged) = (null, null, null, null);
        (FailedTries, InitEnded, HasServed) = (0, 0, false);
        Tell(at, owner.Length > 0 ? $"created by {owner}" : "created");
    }

    private void EndInit(in Observation observation)
    {
        InitChanged = observation.At;
        var took = (observation.Value / 1e6).ToString("0.#", CultureInfo.InvariantCulture);
        if (observation.Extra == 0) InitEnded++;
        Tell(
            observation.At,
            observation.Extra == 0
                ? $"init container {observation.Other} ended after {took} s"
                : $"init container {observation.Other} failed after {took} s (exit code {observation.Extra})");
    }

    private void Mark(TimeSpan at)
    {
        Marked = at;
        if (_nodeTrouble is { } trouble && _nodeEvicted is { } evicted && evicted >= trouble.Since)
        {
            EvictedFrom = (trouble.Status, trouble.Since, evicted);
        }
        Tell(at, "marked for deletion");
    }

    private void Fail(TimeSpan at, string reason)
    {
        FailedTries++;
        if (_sameTries++ == 0) _unschedulableFrom = at;
        else _events.RemoveAt(_events.Count - 1);
        var text = _sameTries == 1
            ? $"no node: {reason}"
            : $"no node: {reason} ({_sameTries} tries, the first at {Clock.Of(_unschedulableFrom)})";
        _events.Add(new LifeEvent(at, text));
    }

    private void OnNode(in Observation observation)
    {
        var (at, other) = (observation.At, observation.Other);
        switch (observation.Kind)
        {
            case ObservationKind.NodeWentDown: Tell(at, $"{Node}: {other} (nobody knows yet)"); break;
            case ObservationKind.NodeCameBack: Tell(at, $"{Node} is back"); break;
            case ObservationKind.NodeReadyChanged when other == "True": _nodeTrouble = null; Tell(at, $"{Node} is Ready again"); break;
            case ObservationKind.NodeReadyChanged: _nodeTrouble = (other, at); Tell(at, $"{Node} is marked: Ready is {other}"); break;
            case ObservationKind.NodeTainted: Tell(at, $"{Node} is tainted NoExecute"); break;
            case ObservationKind.NodeEvicted: _nodeEvicted = at; Tell(at, $"the node controller evicts {Node}"); break;
            case ObservationKind.NodeRemoved: Tell(at, $"{Node}: its object was deleted"); break;
            case ObservationKind.NodeUnschedulableChanged:
                Tell(
                at, other == "True" ? $"{Node} is cordoned" : $"{Node} is uncordoned"); break;
            case ObservationKind.NodeConditionChanged: Tell(at, $"{Node}: {other}"); break;
            case ObservationKind.ImagePulled when ServingSince is null: Tell(at, $"image {other} is there"); break;
            case ObservationKind.ImagePullFailed when ServingSince is null: Tell(at, $"image {other} could not be pulled"); break;
        }
    }

    private void Tell(TimeSpan at, string text)
    {
        _sameTries = 0;
        _events.Add(new LifeEvent(at, text));
    }
}
