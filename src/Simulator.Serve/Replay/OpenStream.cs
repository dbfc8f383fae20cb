using Simulator.Serve.Messages;

namespace Simulator.Serve.Replay;

/// <summary>A watch of a case that goes on while other requests are sent.</summary>
internal sealed class OpenStream
{
    private readonly FrameList _frames = new();
    private readonly IDisposable _open;
    private bool _isClosed;

    public OpenStream(RecordedExchange exchange, ServerAnswer answer)
    {
        Exchange = exchange;
        _open = answer.Stream!(_frames);
    }

    public RecordedExchange Exchange { get; }

    /// <summary>The client left, or the server ended it, before something was written.</summary>
    public void CloseBefore(double time)
    {
        if (time > Exchange.End) Close();
    }

    public void Close()
    {
        if (_isClosed) return;
        _isClosed = true;
        _open.Dispose();
    }

    public string? Difference() => StreamComparison.Difference(Exchange, _frames.Bytes);
}
