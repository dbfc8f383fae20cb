namespace Simulator.Serve.Answers.Rules;

/// <summary>What counts as a change of the desired state.</summary>
internal enum GenerationRule
{
    None,
    Spec,
    SpecAndAnnotations,
}
