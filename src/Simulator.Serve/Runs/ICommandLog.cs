namespace Simulator.Serve.Runs;

/// <summary>
/// Where commands are kept. Once <see cref="Append"/> has returned, a command is not lost whatever becomes of the process.
/// </summary>
public interface ICommandLog
{
    void Append(OutsideCommand command);
}
