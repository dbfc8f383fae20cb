using System.Collections.Concurrent;
using System.Diagnostics;
using Simulator.Serve.Runs;

namespace Simulator.Serve.Hosting;

/// <summary>
/// The one thread that owns the run. What others want of it are messages, answered between two events; in between it lets simulated time
/// follow the wall clock.
/// </summary>
internal sealed class SimulationThread : IDisposable
{
    /// <summary>How long it simulates before it looks for messages that have come.</summary>
    private static readonly TimeSpan Slice = TimeSpan.FromMilliseconds(5);

    /// <summary>How long it sleeps at most.</summary>
    private static readonly TimeSpan Nap = TimeSpan.FromMilliseconds(100);

    /// <summary>How often it looks whether a slow client has caught up.</summary>
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(2);

    private readonly BlockingCollection<Action> _messages = [];
    private readonly ServedRun _run;
    private readonly Thread _thread;
    private readonly long _began = Stopwatch.GetTimestamp();
    private readonly Action<ServedRun>? _nowAndThen;
    private TimeSpan _nextTelling;
    private TimeSpan _told;
    private volatile bool _isStopping;

    public SimulationThread(ServedRun run, ServeOptions options)
    {
        (_run, _nowAndThen) = (run, options.NowAndThen);
        Clock = new RunClock(run, new WallPace(() => Wall), new Brakes(options.ClientPatience));
        Clock.Set(options.Speed);
        Pulses = new Pulses(run, Clock);
        _thread = new Thread(Live) { Name = "simulation", IsBackground = true };
    }

    /// <summary>The cluster's time, as of the last event or message. From any thread.</summary>
    public DateTimeOffset Present => _run.Clock.At(new TimeSpan(Interlocked.Read(ref _present)));

    private long _present;

    /// <summary>To be touched in messages only.</summary>
    public RunClock Clock { get; }

    /// <summary>Who is told that something has changed. To be touched in messages only.</summary>
    public Pulses Pulses { get; }

    /// <summary>Ended with what broke the simulation: a bug; without a result once it was stopped.</summary>
    public Task Ended => _ended.Task;

    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private TimeSpan Wall => Stopwatch.GetElapsedTime(_began);

    public void Start() => _thread.Start();

    /// <summary>Asks something of the run; an exception of the question goes to who asked.</summary>
    public Task<T> Ask<T>(Func<ServedRun, T> question)
    {
        var answer = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        Post(() =>
        {
            try
            {
                answer.SetResult(question(_run));
            }
            catch (Exception problem)
            {
                answer.SetException(problem);
            }
        });
        return answer.Task;
    }

    /// <summary>Something to be done on its thread; dropped once it has stopped.</summary>
    public void Post(Action message)
    {
        if (!_messages.IsAddingCompleted) _messages.Add(message);
    }

    /// <summary>It stops after the messages that have come.</summary>
    public void Stop()
    {
        _isStopping = true;
        Post(() => { });
    }

    public void Dispose()
    {
        Stop();
        if (_thread.IsAlive) _thread.Join();
        _messages.Dispose();
    }

    private void Live()
    {
        try
        {
            while (!_isStopping) Turn();
            while (_messages.TryTake(out var left)) left();
            _ended.SetResult();
        }
        catch (Exception bug)
        {
            _ended.SetException(bug);
        }
    }

    private void Turn()
    {
        while (_messages.TryTake(out var message)) message();
        Interlocked.Exchange(ref _present, _run.Now.Ticks);
        TellNowAndThen();
        Pulses.Tell(Wall);
        var wait = Clock.IsHeld(Wall) ? Glance : Simulate();
        if (wait > TimeSpan.Zero && _messages.TryTake(out var first, wait < Nap ? wait : Nap)) first();
    }

    /// <summary>Once a second, if time has passed.</summary>
    private void TellNowAndThen()
    {
        if (_nowAndThen is null || Wall < _nextTelling || _run.Now == _told) return;
        (_nextTelling, _told) = (Wall + TimeSpan.FromSeconds(1), _run.Now);
        _nowAndThen(_run);
    }

    /// <summary>How long there is nothing to do.</summary>
    private TimeSpan Simulate()
    {
        var end = Wall + Slice;
        while (Clock.Step() && _messages.Count == 0)
        {
            if (Wall > end) return TimeSpan.Zero;
        }

        return Clock.Rest();
    }
}
