namespace Simulator.Serve.Answers.Watching;

/// <summary>How events of a watch stand on the wire.</summary>
internal interface IFraming
{
    /// <param name="shown">The object, as JSON.</param>
    byte[] Frame(string type, ReadOnlyMemory<byte> shown);
}
