using Simulator.Api;

namespace Simulator.ControlPlane.Controllers.AttachDetach;

/// <summary>
/// One operation at a time for each volume, wherever it is attached or detached, and a pause after each failure that doubles
/// (pkg/util/goroutinemap of 1.3.10).
/// </summary>
/// <remarks>So attaches to a new node that keep failing hold up the detach from the old one.</remarks>
internal sealed class VolumeOperations(AttachDetachOptions options)
{
    private readonly HashSet<string> _running = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Failure> _failures = new(StringComparer.Ordinal);

    /// <summary>When the volume can be worked on; null while something is under way.</summary>
    public Instant? FreeAt(string volume, Instant now)
    {
        if (_running.Contains(volume)) return null;
        return _failures.TryGetValue(volume, out var failure) && failure.Until >= now ? failure.Until + TimeSpan.FromTicks(1) : now;
    }

    public void Begin(string volume) => _running.Add(volume);

    public void Succeed(string volume)
    {
        _running.Remove(volume);
        _failures.Remove(volume);
    }

    public void Fail(string volume, Instant now)
    {
        _running.Remove(volume);
        var delay = _failures.TryGetValue(volume, out var last) ? last.Delay * 2 : options.RetryDelayMin;
        delay = delay < options.RetryDelayMax ? delay : options.RetryDelayMax;
        _failures[volume] = new Failure(delay, now + delay);
    }

    private readonly record struct Failure(TimeSpan Delay, Instant Until);
}
