using Simulator.Engine;

namespace Simulator.World.Traffic;

/// <summary>
/// Many clients that know the same of all endpoints at any moment: they share one view a service and learn of changes together.
/// </summary>
/// <param name="feed">From which they learn.</param>
internal abstract class Follower(TrafficRouter router, EndpointsFeed feed) : ICallback
{
    private readonly List<EndpointsView> _views = [];
    private TimerHandle _alarm;
    private bool _isWaiting;

    /// <summary>In the feed: all before it is known.</summary>
    public long Position { get; private set; }

    /// <summary>Clients that send, by zone.</summary>
    public int[] Senders { get; } = new int[router.Zones.Count];

    public EndpointsFeed Feed => feed;

    protected TrafficRouter Router => router;

    protected TimeSpan Now => router.Simulation.Now;

    public EndpointsView ViewOf(ServiceTraffic service) => service.Index < _views.Count ? _views[service.Index] : EndpointsView.Empty;

    /// <summary>What it knows now, for somebody who learns nothing more.</summary>
    public FrozenFollower Freeze()
    {
        var frozen = new FrozenFollower(router);
        ((Follower)frozen)._views.AddRange(_views);
        return frozen;
    }

    /// <summary>Knows everything at once: the start of a settled cluster.</summary>
    public void CatchUp()
    {
        for (; Position < feed.End; Position++) Learn(feed[Position]);
    }

    /// <summary>Sets the alarm for the next change that it does not know of.</summary>
    public void Arm()
    {
        if (_isWaiting || Position == feed.End || LearnsAt(feed[Position].At) is not { } at) return;
        _isWaiting = true;
        _alarm = router.Simulation.ScheduleAt(at, this);
    }

    /// <summary>As <see cref="Arm"/>, where the moment may have changed.</summary>
    public void ArmAgain()
    {
        if (_isWaiting) router.Simulation.Cancel(_alarm);
        _isWaiting = false;
        Arm();
    }

    void ICallback.Invoke(long payload)
    {
        _isWaiting = false;
        for (; Position < feed.End && Knows(feed[Position].At); Position++) Learn(feed[Position]);
        feed.Trim(router.Followers);
        Arm();
    }

    /// <summary>When it acts on a change that was committed at a moment; null: not before something else happens.</summary>
    protected abstract TimeSpan? LearnsAt(TimeSpan committed);

    /// <summary>Whether a change has come through at the moment of the alarm.</summary>
    protected abstract bool Knows(TimeSpan committed);

    private void Learn(in EndpointsFeed.Entry entry)
    {
        while (_views.Count <= entry.Service.Index) _views.Add(EndpointsView.Empty);
        _views[entry.Service.Index] = entry.View;
        entry.Service.Stale();
        router.Touch(entry.Service);
    }
}
