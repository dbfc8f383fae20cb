using System.Text;
using Simulator.Serve.Messages;

namespace Simulator.Serve.Hosting.Ports;

/// <summary>Counts what goes on at one port, and refuses what is too much with 429. Called from several threads.</summary>
public sealed class Throttle(PortLimits limits)
{
    private readonly Lock _lock = new();
    private readonly Row _plain = new(limits.InFlightMax, limits.InFlightOfOneMax);
    private readonly Row _streams = new(limits.StreamsMax, limits.StreamsOfOneMax);

    /// <summary>To be disposed of when the request is over; null: too much goes on.</summary>
    public IDisposable? Enter(ServerRequest request)
    {
        var row = LongRequest.Is(request) ? _streams : _plain;
        var user = request.Caller.User?.Name;
        lock (_lock) return row.Enter(user) ? new Place(() => row.Leave(user), _lock) : null;
    }

    /// <summary>In the words of 1.3.10 (tooManyRequests in pkg/apiserver/handlers.go).</summary>
    public static ServerAnswer TooMany { get; } = new()
    {
        Status = 429,
        ContentType = "text/plain; charset=utf-8",
        Headers = [("Retry-After", "1"), ("X-Content-Type-Options", "nosniff")],
        Body = Encoding.UTF8.GetBytes("Too many requests, please try again later.\n"),
    };

    /// <summary>Requests of one sort that go on now.</summary>
    /// <param name="most">Of all users.</param>
    /// <param name="mostOfOne">Others can still work while one fills his share.</param>
    private sealed class Row(int most, int mostOfOne)
    {
        private readonly Dictionary<string, int> _byUser = new(StringComparer.Ordinal);
        private int _all;

        /// <param name="user">Null: nobody is asked here who he is.</param>
        public bool Enter(string? user)
        {
            if (_all >= most || (user is not null && _byUser.GetValueOrDefault(user) >= mostOfOne)) return false;
            _all++;
            if (user is not null) _byUser[user] = _byUser.GetValueOrDefault(user) + 1;
            return true;
        }

        public void Leave(string? user)
        {
            _all--;
            if (user is not null && --_byUser[user] == 0) _byUser.Remove(user);
        }
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
