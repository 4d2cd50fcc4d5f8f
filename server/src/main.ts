import 'reflect-metadata';
import { existsSync } from 'node:fs';
import { start } from './start';

if (existsSync('.env')) process.loadEnvFile('.env');
void start(process.env);
