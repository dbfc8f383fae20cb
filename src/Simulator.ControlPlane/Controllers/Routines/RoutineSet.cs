using Simulator.Api;
using Simulator.ControlPlane.Hosting;

namespace Simulator.ControlPlane.Controllers.Routines;

/// <summary>
/// The goroutines of a controller: iterators that yield what they wait for. They share the time, which is that of the event
/// that resumed them, and the requests to be sent.
/// </summary>
internal sealed class RoutineSet
{
    // Requests are records, but an answer belongs to the request itself and not to an equal one.
    private readonly Dictionary<ApiRequest, Routine> _calling = new(ReferenceEqualityComparer.Instance);
    private readonly List<Routine> _blocked = [];
    private readonly List<ApiRequest> _outbox = [];

    public Instant Now { get; set; }

    /// <summary>Answers calls at once; null: they are sent.</summary>
    public IPaidCalls? Paid { get; set; }

    /// <summary>When the first pause ends; null if no routine pauses.</summary>
    public Instant? NextPauseEnd
    {
        get
        {
            Instant? first = null;
            foreach (var routine in _blocked)
            {
                if (routine.Body.Current is Pause pause) first = first.OrEarlier(pause.End);
            }

            return first;
        }
    }

    /// <summary>Asks for what is paid for, without waiting; to be called only where as many calls are left.</summary>
    public ApiResponse AskAtOnce(ApiRequest request) => Paid!.TryAnswer(request, out var response)
        ? response
        : throw new InvalidOperationException($"Nobody has paid for {request}.");

    /// <summary>Runs the body until it waits or ends.</summary>
    public void Start(IEnumerator<Wait> body, Action? ended = null)
    {
        Resume(new Routine(body, ended));
        ResumeUnblocked();
    }

    /// <summary>Sends a request whose answer nobody waits for (an event).</summary>
    public void Tell(ApiRequest request) => _outbox.Add(request);

    public void Complete(in ApiResponse response)
    {
        if (!_calling.Remove(response.Request, out var routine)) return;
        var wait = routine.Body.Current;
        if (wait is Call call) call.Answer(response);
        else if (wait is Batch batch) batch.Answer(response);
        if (wait.IsOver) Resume(routine);
        ResumeUnblocked();
    }

    /// <summary>Goes on with the routines whose pause is over.</summary>
    public void EndPauses() => ResumeUnblocked();

    public void TakeRequests(List<ApiRequest> into)
    {
        into.AddRange(_outbox);
        _outbox.Clear();
    }

    private void Resume(Routine routine)
    {
        while (routine.Body.MoveNext())
        {
            var wait = routine.Body.Current;
            if (wait.IsOver || IsAnswered(wait)) continue;
            Begin(routine, wait);
            return;
        }

        routine.Ended?.Invoke();
    }

    private bool IsAnswered(Wait wait)
    {
        if (Paid is null || wait is not Call call || !Paid.TryAnswer(call.Request, out var response)) return false;
        call.Answer(response);
        return true;
    }

    private void Begin(Routine routine, Wait wait)
    {
        if (wait is Call call) Send(call.Request, routine);
        else if (wait is Batch batch) SendAll(batch.Requests, routine);
        else _blocked.Add(routine);
    }

    private void SendAll(IReadOnlyList<ApiRequest> requests, Routine routine)
    {
        foreach (var request in requests) Send(request, routine);
    }

    private void Send(ApiRequest request, Routine routine)
    {
        _calling.Add(request, routine);
        _outbox.Add(request);
    }

    private void ResumeUnblocked()
    {
        for (var i = 0; i < _blocked.Count;)
        {
            var routine = _blocked[i];
            if (!routine.Body.Current.IsOver)
            {
                i++;
                continue;
            }

            _blocked.RemoveAt(i);
            Resume(routine);
            i = 0;
        }
    }

    private sealed record Routine(IEnumerator<Wait> Body, Action? Ended);
}
