namespace Simulator.Serve.Messages;

/// <summary>Where the frames of a watch or a log go. Called from the simulation's thread only: it must not block.</summary>
public interface IFrameSink
{
    /// <summary>Takes one frame, as it goes on the wire.</summary>
    void Write(ReadOnlyMemory<byte> frame);

    /// <summary>The stream ends cleanly.</summary>
    void End();
}
