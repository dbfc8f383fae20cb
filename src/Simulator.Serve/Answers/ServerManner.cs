namespace Simulator.Serve.Answers;

/// <summary>Which server speaks.</summary>
public enum ServerManner
{
    /// <summary>1.3.10 to the letter: what recordings are replayed on.</summary>
    Recorded,

    /// <summary>1.3.10 and what newer kubectls need on top of it: what <c>serve</c> puts on its port.</summary>
    Extended,

    /// <summary>The API server of a federation of that time, with what newer kubectls need.</summary>
    Federated,
}
