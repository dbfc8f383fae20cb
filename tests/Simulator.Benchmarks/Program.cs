BenchmarkDotNet.Running.BenchmarkSwitcher.FromAssembly(typeof(Simulator.Benchmarks.EngineBenchmarks).Assembly).Run(args);
