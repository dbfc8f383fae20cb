using System.Text;
using System.Text.Json.Nodes;
using Simulator.Serve.Documents;
using Simulator.Serve.Messages;
using Simulator.Serve.Runs;

namespace Simulator.Serve.Hosting;

/// <summary>
/// Tells pages, a few times a second at most, where the clock is and which resources have changed: a page then asks anew for what it
/// shows. So it costs the same whether ten objects change or ten thousand. On the simulation's thread only.
/// </summary>
internal sealed class Pulses(ServedRun run, RunClock clock)
{
    private readonly List<Pulse> _all = [];

    /// <summary>To be disposed of when the client has left.</summary>
    /// <param name="period">The shortest wall time between two frames.</param>
    public IDisposable Follow(IFrameSink sink, IDocumentStore documents, TimeSpan period)
    {
        var pulse = new Pulse(this, sink, documents, period);
        _all.Add(pulse);
        return pulse;
    }

    /// <param name="wall">The wall clock's time.</param>
    public void Tell(TimeSpan wall)
    {
        foreach (var pulse in _all) pulse.Beat(wall);
    }

    private sealed class Pulse : IDisposable
    {
        /// <summary>After so long even if nothing has changed: so a connection that is broken is noticed.</summary>
        private static readonly TimeSpan Silence = TimeSpan.FromSeconds(10);

        private readonly SortedSet<string> _changed = new(StringComparer.Ordinal);
        private readonly Pulses _home;
        private readonly IFrameSink _sink;
        private readonly IDocumentStore _documents;
        private readonly TimeSpan _period;
        private TimeSpan _told = TimeSpan.MinValue;
        private string _last = "";

        public Pulse(Pulses home, IFrameSink sink, IDocumentStore documents, TimeSpan period)
        {
            (_home, _sink, _documents, _period) = (home, sink, documents, period);
            documents.Changed += Note;
        }

        public void Beat(TimeSpan wall)
        {
            if (_told > TimeSpan.MinValue && wall - _told < _period) return;
            _home.Clock.CatchUp();
            var frame = Frame().ToJsonString();
            if (frame == _last && wall - _told < Silence) return;
            (_told, _last) = (wall, frame);
            _changed.Clear();
            _sink.Write(Encoding.UTF8.GetBytes(frame + "\n"));
        }

        public void Dispose()
        {
            _documents.Changed -= Note;
            _home._all.Remove(this);
        }

        private void Note(DocumentChange change) => _changed.Add(change.Key.Resource);

        private JsonObject Frame() => new()
        {
            ["clock"] = ClockDocument.Of(_home.Run, _home.Clock),
            ["changed"] = new JsonArray([.. _changed.Select(resource => (JsonNode)resource)]),
            ["facts"] = _home.Run.Timeline.Count,
            ["troubles"] = _home.Run.Troubles.All.Count(trouble => !trouble.IsOver),
        };
    }

    private ServedRun Run => run;

    private RunClock Clock => clock;
}
