using System.Runtime.InteropServices;
using Simulator.Cli.Output;

namespace Simulator.Cli.Verbs;

/// <summary>Turns the first Ctrl-C (or SIGTERM) into a request to stop; a second one ends the process.</summary>
internal sealed class Interruption : IDisposable
{
    /// <summary>Whoever asked is to see within a second or two that he was heard, whatever is being computed.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private readonly Lock _lock = new();

    private readonly CancellationTokenSource _source;

    private readonly PosixSignalRegistration[] _registrations;

    private Action? _giveUp;

    private Timer? _impatience;

    /// <param name="giveUp">Called before the process is ended from outside, because its work did not hear the request in time; null: it is
    /// waited for, since it has something to keep.</param>
    public Interruption(CancellationToken outer, Action? giveUp = null)
    {
        _giveUp = giveUp;
        _source = CancellationTokenSource.CreateLinkedTokenSource(outer);
        _registrations =
        [
            PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop), PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop),
        ];
    }

    public CancellationToken Token => _source.Token;

    /// <summary>From here on there is something to keep: a request to stop is waited for.</summary>
    public void BePatient()
    {
        lock (_lock)
        {
            _giveUp = null;
            _impatience?.Dispose();
        }
    }

    public void Dispose()
    {
        BePatient();
        foreach (var registration in _registrations) registration.Dispose();
        _source.Dispose();
    }

    private void Stop(PosixSignalContext signal)
    {
        signal.Cancel = !_source.IsCancellationRequested;
        _source.Cancel();
        lock (_lock)
        {
            if (_giveUp is not null) _impatience ??= new Timer(_ => End(), null, Patience, Timeout.InfiniteTimeSpan);
        }
    }

    private void End()
    {
        lock (_lock)
        {
            if (_giveUp is null) return;
            _giveUp();
            Environment.Exit(ExitCode.Interrupted);
        }
    }
}
