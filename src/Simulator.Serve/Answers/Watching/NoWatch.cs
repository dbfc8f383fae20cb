namespace Simulator.Serve.Answers.Watching;

/// <summary>A watch that has ended.</summary>
internal sealed class NoWatch : IDisposable
{
    public static readonly NoWatch Instance = new();

    public void Dispose()
    {
    }
}
