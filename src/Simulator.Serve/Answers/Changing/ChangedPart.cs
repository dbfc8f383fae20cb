namespace Simulator.Serve.Answers.Changing;

/// <summary>Which part of an object a request may change.</summary>
internal enum ChangedPart
{
    Object,
    Status,

    /// <summary>The finalizers of a namespace.</summary>
    Finalizers,
}
