namespace Simulator.Serve.Hosting;

/// <summary>Clients that are slower than simulated time: it waits for them, but not for one that takes nothing at all.</summary>
/// <param name="patience">How long a client may take nothing while others wait for it.</param>
internal sealed class Brakes(TimeSpan patience)
{
    private readonly List<Followed> _queues = [];

    /// <summary>Who holds the clock now; null: nobody.</summary>
    public string? Holder { get; private set; }

    /// <summary>Wall time that clients have held the clock.</summary>
    public TimeSpan Held { get; private set; }

    /// <summary>Streams that were ended because their client hung.</summary>
    public int GivenUp { get; private set; }

    public int Count => _queues.Count;

    private TimeSpan _heldSince = TimeSpan.MinValue;

    public void Add(FrameQueue queue) => _queues.Add(new Followed(queue));

    public void Remove(FrameQueue queue) => _queues.RemoveAll(followed => followed.Queue == queue);

    /// <summary>True while simulated time has to wait.</summary>
    public bool Hold(TimeSpan wall)
    {
        if (_heldSince > TimeSpan.MinValue) Held += wall - _heldSince;
        Holder = null;
        foreach (var followed in _queues)
        {
            if (!followed.Queue.HoldsClock) followed.Since = TimeSpan.MinValue;
            else if (followed.HangsAt(wall, patience)) GiveUp(followed.Queue);
            else Holder ??= followed.Queue.Client;
        }

        _heldSince = Holder is null ? TimeSpan.MinValue : wall;
        return Holder is not null;
    }

    private void GiveUp(FrameQueue queue)
    {
        queue.GiveUp();
        GivenUp++;
    }

    private sealed class Followed(FrameQueue queue)
    {
        private long _taken;

        public FrameQueue Queue => queue;

        /// <summary>Since when it has taken nothing while it held the clock.</summary>
        public TimeSpan Since { get; set; } = TimeSpan.MinValue;

        public bool HangsAt(TimeSpan wall, TimeSpan patience)
        {
            if (Since == TimeSpan.MinValue || queue.Taken != _taken) (Since, _taken) = (wall, queue.Taken);
            return wall - Since > patience;
        }
    }
}
