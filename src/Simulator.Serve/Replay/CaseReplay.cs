using Simulator.Serve.Answers;
using Simulator.Serve.Documents;
using Simulator.Serve.Messages;

namespace Simulator.Serve.Replay;

/// <summary>Replays one case: the state loaded, each request sent, what others wrote applied in between, each answer compared.</summary>
public sealed class CaseReplay
{
    private readonly RecordedCase _case;
    private readonly MemoryDocuments _documents;
    private readonly ApiServerAnswers _server;
    private readonly RecordedAccess _access;
    private readonly List<OpenStream> _streams = [];
    private readonly Queue<RecordedChange> _others;
    private DateTimeOffset _now;

    private CaseReplay(RecordedCase recorded)
    {
        _case = recorded;
        _documents = StateLoader.Load(recorded);
        var config = recorded.Head["server_flags"].Text("runtime-config");
        _server = new ApiServerAnswers(_documents, new CountedNames(), ServerManner.Recorded, () => _now, runtimeConfig: config);
        _access = new RecordedAccess(recorded, _documents);
        _others = new Queue<RecordedChange>(recorded.Changes.Where(change => !change.IsOfClient).OrderBy(change => change.Index));
    }

    /// <summary>The first difference, with the number of the exchange and the path in its body; null: all is identical.</summary>
    public static string? Difference(RecordedCase recorded) => new CaseReplay(recorded).Run();

    private string? Run()
    {
        foreach (var exchange in _case.Exchanges)
        {
            if (Send(exchange) is { } difference)
            {
                return $"exchange {exchange.Sequence} {exchange.Request.Method} {exchange.Path}: {difference}";
            }
        }

        ApplyUntil(double.MaxValue, long.MaxValue);
        foreach (var stream in _streams)
        {
            stream.Close();
            if (stream.Difference() is { } difference) return $"exchange {stream.Exchange.Sequence} {stream.Exchange.Path}: {difference}";
        }

        return null;
    }

    private string? Send(RecordedExchange exchange)
    {
        var own = _case.Changes.Where(change => change.IsOfClient && change.Sequence == exchange.Sequence).ToList();
        var first = own.Count > 0 ? own.Min(change => change.Index) : long.MaxValue;
        ApplyUntil(exchange.Head, first);
        if (own.Count > 0) _documents.Skip(first - 1);
        var answer = Answer(exchange);
        if (own.Count > 0) _documents.Skip(own.Max(change => change.Index));
        if (AnswerComparison.OfHead(exchange, answer) is { } difference) return difference;
        if (answer.Stream is null) return AnswerComparison.OfBody(exchange, answer.Body.Span);
        _streams.Add(new OpenStream(exchange, answer));
        return null;
    }

    private ServerAnswer Answer(RecordedExchange exchange)
    {
        var verdict = _access.Check(exchange.Request);
        _now = _case.Started.AddSeconds(exchange.Start);
        return verdict.Refusal ?? _server.Answer(_access.Admit(exchange.Request, verdict));
    }

    /// <summary>What controllers and kubelets wrote until a time, but not what they wrote after a version.</summary>
    private void ApplyUntil(double time, long version)
    {
        while (_others.TryPeek(out var change) && change.Time <= time && change.Index < version)
        {
            foreach (var stream in _streams) stream.CloseBefore(change.Time);
            Apply(_others.Dequeue());
        }
    }

    private void Apply(RecordedChange change)
    {
        _documents.Skip(change.Index - 1);
        if (change.Key is not { } key) _documents.Skip(change.Index);
        else if (change.Value is { } value) _documents.Put(key, value);
        else if (_documents.Find(key) is not null) _documents.Remove(key);
        _documents.Skip(change.Index);
    }
}
