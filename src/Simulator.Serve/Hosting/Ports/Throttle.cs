using System.Text;
using Simulator.Serve.Messages;

namespace Simulator.Serve.Hosting.Ports;

/// <summary>Counts what goes on at one port, and refuses what is too much with 429. Called from several threads.</summary>
public sealed class Throttle(PortLimits limits)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, int> _streams = new(StringComparer.Ordinal);
    private int _inFlight;
    private int _allStreams;

    /// <summary>To be disposed of when the request is over; null: too much goes on.</summary>
    public IDisposable? Enter(ServerRequest request) =>
        LongRequest.Is(request) ? EnterStream(request.Caller.User?.Name ?? "") : EnterPlain();

    /// <summary>In the words of 1.3.10 (tooManyRequests in pkg/apiserver/handlers.go).</summary>
    public static ServerAnswer TooMany { get; } = new()
    {
        Status = 429,
        ContentType = "text/plain; charset=utf-8",
        Headers = [("Retry-After", "1"), ("X-Content-Type-Options", "nosniff")],
        Body = Encoding.UTF8.GetBytes("Too many requests, please try again later.\n"),
    };

    private Place? EnterPlain()
    {
        lock (_lock)
        {
            if (_inFlight >= limits.InFlightMax) return null;
            _inFlight++;
            return new Place(() => _inFlight--, _lock);
        }
    }

    private Place? EnterStream(string user)
    {
        lock (_lock)
        {
            var own = _streams.GetValueOrDefault(user);
            if (_allStreams >= limits.StreamsMax || own >= limits.StreamsOfOneMax) return null;
            _allStreams++;
            _streams[user] = own + 1;
            return new Place(() => LeaveStream(user), _lock);
        }
    }

    private void LeaveStream(string user)
    {
        _allStreams--;
        if (--_streams[user] == 0) _streams.Remove(user);
    }

    private sealed class Place(Action leave, Lock @lock) : IDisposable
    {
        private bool _isLeft;

        public void Dispose()
        {
            lock (@lock)
            {
                if (!_isLeft) leave();
                _isLeft = true;
            }
        }
    }
}
